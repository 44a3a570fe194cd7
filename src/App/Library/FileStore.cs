using System.Buffers;
using System.Security.Cryptography;

namespace ParIndex.App.Library;

/// <summary>A file that is safely kept.</summary>
/// <param name="Sha256">Its SHA-256, lower-case hex: its name in the store.</param>
/// <param name="Length">Bytes.</param>
public sealed record KeptFile(string Sha256, long Length);

/// <summary>
/// Files outside the database, known by their SHA-256 and never changed: the same bytes are kept once. Written beside, flushed to the disk, then renamed,
/// so that a file is there whole or not at all.
/// </summary>
public sealed class FileStore(string folder)
{
    /// <summary>Longest file in bytes that is taken.</summary>
    public const long Longest = 30 * 1024 * 1024;

    public string Folder => folder;

    /// <summary>Keeps what the stream holds.</summary>
    /// <exception cref="RefusedException">Empty, or longer than <see cref="Longest"/>.</exception>
    public async Task<KeptFile> KeepAsync(Stream content, CancellationToken cancel)
    {
        var beside = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "incoming")).FullName, Guid.NewGuid().ToString("n"));
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long length = 0;
            await using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous))
            {
                int read;
                while ((read = await content.ReadAsync(buffer.AsMemory(), cancel)) > 0)
                {
                    if ((length += read) > Longest) throw new RefusedException(Refusal.FileTooLarge(Longest));
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                }

                file.Flush(flushToDisk: true);
            }

            if (length == 0) throw new RefusedException(Refusal.FileEmpty);
            var kept = new KeptFile(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
            var at = PathOf(kept.Sha256);
            if (!File.Exists(at))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(at)!);
                File.Move(beside, at, overwrite: true);
            }

            return kept;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (File.Exists(beside)) File.Delete(beside);
        }
    }

    /// <summary>Opens a kept file to read; null: it is not there.</summary>
    public FileStream? Open(string sha256) => File.Exists(PathOf(sha256)) ? new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous) : null;

    /// <summary>True when the file is there and its bytes still give its name; null: it is missing.</summary>
    public async Task<bool?> IsWholeAsync(string sha256, CancellationToken cancel)
    {
        await using var file = Open(sha256);
        return file is null ? null : Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)) == sha256;
    }

    /// <summary>Lets go of a file that no row names.</summary>
    internal void Forget(string sha256)
    {
        if (File.Exists(PathOf(sha256))) File.Delete(PathOf(sha256));
    }

    internal string PathOf(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(folder, sha256[..2], sha256)
        : throw new ArgumentException("not a SHA-256 in lower-case hex", nameof(sha256));
}
