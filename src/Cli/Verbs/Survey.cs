using System.CommandLine;
using ParIndex.Core;
using ParIndex.Documents.OpenData;
using ParIndex.Documents.SurveyReports;

namespace ParIndex.Cli.Verbs;

/// <summary><c>survey ANSWERS --design DESIGN.json --out DIR</c>: a file of forms of any size to estimates, signs and a report.</summary>
internal static class Survey
{
    public static Command Verb()
    {
        var answers = new Argument<string>("ANSWERS") { Description = SurveyVerbText.Answers.Both() };
        var design = new Option<string>("--design") { Description = SurveyVerbText.Design.Both(), Required = true };
        var to = new Option<string>("--out") { Description = ComputeText.Out.Both(), Required = true };
        var verb = new Command("survey", SurveyVerbText.Verb.Both()) { answers, design, to };
        verb.SetAction(call => Run(call.GetValue(answers)!, call.GetValue(design)!, call.GetValue(to)!, call.InvocationConfiguration.Output, call.InvocationConfiguration.Error));
        return verb;
    }

    private static int Run(string answers, string design, string to, TextWriter output, TextWriter error)
    {
        foreach (var needed in (string[])[answers, design])
            if (!File.Exists(needed)) throw new RefusedException(ExitCode.WrongCall, new Finding("C001", needed, SurveyText.NoFile));
        var read = SurveyDesignFile.Read(design, out var findings);
        if (read is null) throw new RefusedException(ExitCode.Findings, findings);
        using var progress = new Progress(error);
        progress.Now(ComputeText.Reading);
        try
        {
            using var folder = OutputFolder.Begin(to);
            var report = SurveyReport.Read(answers, read, folder.Path, out findings);
            if (report is null) throw new RefusedException(ExitCode.Findings, findings);
            progress.Now(ComputeText.Writing);
            report.Write(folder.Path);
            folder.Complete();
            output.WriteLine(SurveyVerbText.Done(report.Forms, to).Both());
            return ExitCode.Good;
        }
        catch (NotOursException taken)
        {
            throw new RefusedException(ExitCode.Findings, new Finding("O001", to, taken.Why));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(ExitCode.Findings, new Finding("O002", to, OutputText.CannotWrite(to, refused.Message)));
        }
    }
}

/// <summary>Words of <c>survey</c>.</summary>
internal static class SurveyVerbText
{
    public static Text Verb { get; } = new(
        "Ước lượng mức độ hài lòng từ tệp phiếu khảo sát lớn tùy ý, với khoảng tin cậy, hệ số thiết kế và các dấu hiệu cần xem lại.",
        "Estimates satisfaction from a file of forms of any size, with intervals, design effects and signs to look at.");

    public static Text Answers { get; } = new("tệp phiếu, CSV hoặc Parquet, mỗi phiếu một dòng", "file of forms, CSV or Parquet, one form a line");

    public static Text Design { get; } = new("thiết kế mẫu và các cột (docs/formats.md)", "sample design and columns (docs/formats.md)");

    public static Text Done(long forms, string to) => new($"{forms} phiếu: {to}/bao-cao.html", $"{forms} forms: {to}/report.html");
}
