using System.Globalization;
using ParIndex.App.Heads;
using ParIndex.Core;
using ParIndex.Core.Heads;

namespace ParIndex.Web.Pages.Heads;

/// <summary>Words of the classification of heads.</summary>
internal static class HeadsText
{
    public static Text Desk { get; } = new("Phân loại người đứng đầu", "Classification of heads");

    public static Text Notice { get; } = new("Thông báo phân loại", "Notice of classification");

    public static Text Posts { get; } = new("Người đứng đầu theo thời gian", "Heads by period");

    public static Text Classified(int number) => new($"Đã phân loại (bản {number}). Người đứng đầu chưa được thông báo.", $"Classification {number} is there. The heads have no notice yet.");

    public static Text Sent { get; } = new("Đã gửi thông báo cho người đứng đầu các đơn vị.", "The notices were sent to the heads.");

    public static Text Approved(int number) => new($"Đã phê duyệt bản phân loại {number}.", $"Classification {number} is approved.");

    public static Text FactSaved { get; } = new("Đã ghi thông tin. Bản phân loại đã lập trước đó cần lập lại.", "The fact is recorded. A classification made before has to be made again.");

    public static Text HandedOver { get; } = new("Đã chuyển hồ sơ cho cơ quan khác thẩm định.", "The case was handed to another body.");

    public static Text Ruled { get; } = new("Đã ghi kết luận.", "The ruling is recorded.");

    public static Text Answered { get; } = new("Đã gửi ý kiến. Có thể sửa cho đến khi hết hạn.", "Your answer was sent. You may change it until the time is over.");

    public static Text PostSaved { get; } = new("Đã ghi chức vụ.", "The post is recorded.");

    public static Text Yes { get; } = new("có", "yes");

    public static Text No { get; } = new("không", "no");

    public static Text None { get; } = new("chưa có", "none");

    /// <summary>Who held the post when.</summary>
    public static Text Period(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => new("cả năm", "the whole year"),
        (null, { } last) => new($"đến {Date(last)}", $"until {Date(last)}"),
        ({ } first, null) => new($"từ {Date(first)}", $"from {Date(first)}"),
        ({ } first, { } last) => new($"từ {Date(first)} đến {Date(last)}", $"from {Date(first)} to {Date(last)}"),
    };

    /// <summary>A fact as people read it: yes and no in words, numbers with the comma of the language.</summary>
    public static Text Value(HeadInput? input, string value)
    {
        if (value.Length == 0) return None;
        if (input?.Kind == HeadInputKind.Boolean) return value is "1" or "yes" or "true" ? Yes : No;
        if (!decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return Text.Same(value);
        // Figures of the results keep their decimals, as everywhere.
        return input is { Kind: HeadInputKind.Decimal } && !input.MayBeEntered() ? Words.Fixed(number, 2) : Words.Number(number);
    }

    /// <summary>The figures a condition looked at.</summary>
    public static Text Figures(HeadStep step, HeadRules rules)
    {
        if (step.Value is not { } said) return new("", "");
        if (step.Step == "top_quota") return new($"vị trí {said}", $"place {said}");
        if (step.Step == "council") return rules.Grades.Where(grade => grade.Code == said).Select(grade => grade.Name).FirstOrDefault() ?? Text.Same(said);
        return Words.Join("; ", said.Split("; ").Select(part =>
        {
            var (name, value) = (part[..part.IndexOf('=', StringComparison.Ordinal)], part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            var input = rules.Inputs.FirstOrDefault(one => one.Name == name);
            var (label, shown) = (input?.Label ?? Text.Same(name), Value(input, value));
            return new Text($"{label.Vi}: {shown.Vi}", $"{label.En}: {shown.En}");
        }));
    }

    /// <summary>What it was compared with.</summary>
    public static Text Threshold(HeadStep step) => step.Threshold is not { } said ? new("", "")
        : step.Step == "top_quota" ? new($"tối đa {said}", $"at most {said}")
        : step.Step == "council" ? new($"tối đa {said} mức", $"at most {said} grades")
        : Words.Join("; ", said.Split("; ").Select(part => Value(null, part)));

    /// <summary>What the condition did.</summary>
    public static Text Did(HeadStep step, ClassificationShown classification)
    {
        if (!step.Fired) return new("không xảy ra", "does not apply");
        var after = classification.Name(step.After ?? "");
        if (step.Before is null || step.Before == step.After) return new($"có: {after.Vi}", $"applies: {after.En}");
        var before = classification.Name(step.Before);
        return new($"có: {before.Vi} → {after.Vi}", $"applies: {before.En} → {after.En}");
    }

    /// <summary>A symbol with the words, never colour alone.</summary>
    public static Text Answer(HeadCaseRow one, bool noticed) => one.AnsweredAt is not null
        ? one.RuledAt is null ? new("▲ có ý kiến, chờ kết luận", "▲ answered, waits for a ruling") : new("● đã kết luận", "● ruled on")
        : one.RuledAt is not null ? new("● đã kết luận", "● ruled on")
        : noticed ? new("○ chưa có ý kiến", "○ no answer") : new("chưa thông báo", "no notice yet");

    /// <summary>Acts of the journal on a head.</summary>
    public static Text Said(string what) => what switch
    {
        "head.fact_entered" => new("Nhập thông tin", "Fact entered"),
        "head.fact_removed" => new("Bỏ thông tin", "Fact taken back"),
        "head.handed_over" => new("Chuyển cơ quan khác thẩm định", "Handed to another body"),
        "head.answered" => new("Người đứng đầu trả lời", "The head answered"),
        "head.ruled" => new("Chủ tịch kết luận", "The chair ruled"),
        "head.post_added" => new("Thêm chức vụ", "Post added"),
        _ => new("Thay đổi", "Changed"),
    };

    private static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
