namespace ParIndex.Documents.Cycles;

/// <summary>A file that was read, as it counts in the hash of the inputs.</summary>
/// <param name="Name">Name relative to the cycle folder; <c>/</c> between folders.</param>
/// <param name="FullPath">Where it lies.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Bytes">Its size.</param>
public sealed record ReadFile(string Name, string FullPath, string Sha256, long Bytes);
