using ParIndex.Core;

namespace ParIndex.App;

/// <summary>A reason to say no: a stable code, and what to do in both languages.</summary>
public sealed record Refusal(string Code, Text Message)
{
    public static Refusal RevisionWithoutNote(string release) => new("revision_without_note", new(
        $"Kết quả của năm này đã công bố ({release}) và không được ghi đè. Ghi rõ nội dung và lý do đính chính để công bố phiên bản mới.",
        $"Results of this year are already published ({release}) and are never overwritten. State what changed and why to publish a new revision."));
}

/// <summary>The rules say no; each door turns it, in one place, into a page, a problem or an exit code.</summary>
public sealed class RefusedException(Refusal refusal) : Exception($"{refusal.Code}: {refusal.Message.En}")
{
    public Refusal Refusal { get; } = refusal;
}
