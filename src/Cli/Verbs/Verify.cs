using System.CommandLine;
using ParIndex.Core;
using ParIndex.Documents.OpenData;

namespace ParIndex.Cli.Verbs;

/// <summary><c>verify DIR</c>: recomputes an output folder from its own open data and compares.</summary>
internal static class Verify
{
    private const int SaidAtMost = 20;

    public static Command Verb()
    {
        var folder = new Argument<string>("DIR") { Description = VerifyText.Folder.Both() };
        var verb = new Command("verify", VerifyText.Verb.Both()) { folder };
        verb.SetAction(call => Run(call.GetValue(folder)!, call.InvocationConfiguration.Output, call.InvocationConfiguration.Error));
        return verb;
    }

    private static int Run(string folder, TextWriter output, TextWriter error)
    {
        if (!Directory.Exists(folder)) throw new RefusedException(ExitCode.WrongCall, new Finding("V001", folder, TerminalText.NoFile));
        using var progress = new Progress(error);
        progress.Now(VerifyText.Recomputing);
        var differences = Verification.Of(folder);
        if (differences.Count == 0)
        {
            output.WriteLine(VerifyText.Agrees(folder).Both());
            return ExitCode.Good;
        }

        foreach (var difference in differences.Take(SaidAtMost)) error.WriteLine($"{difference.Where}: {difference.Code} {difference.Message.Both()}");
        if (differences.Count > SaidAtMost) error.WriteLine(VerifyText.More(differences.Count - SaidAtMost).Both());
        return ExitCode.Findings;
    }
}

/// <summary>Words of <c>verify</c>.</summary>
internal static class VerifyText
{
    public static Text Verb { get; } = new(
        "Tính lại toàn bộ kết quả từ chính số liệu mở của thư mục và so sánh từng ô; mã 0 nếu khớp, 1 nếu có khác biệt.",
        "Recomputes an output folder from its own open data and compares each cell; exit 0 if all agree, 1 naming the first difference.");

    public static Text Folder { get; } = new("thư mục do lệnh compute ghi ra", "a folder that compute wrote");

    public static Text Recomputing { get; } = new("đang tính lại", "recomputing");

    public static Text Agrees(string folder) => new(
        $"{folder}: mọi con số tính lại đều khớp, mọi tệp đúng mã băm.", $"{folder}: every recomputed figure agrees, every file has its hash.");

    public static Text More(int count) => new($"và {count} khác biệt nữa.", $"and {count} more differences.");
}
