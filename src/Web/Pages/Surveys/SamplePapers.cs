using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Sampling;
using ParIndex.Core;
using ParIndex.Documents.SurveyPapers;
using ParIndex.Documents.Workbooks;
using QRCoder;

namespace ParIndex.Web.Pages.Surveys;

/// <summary>Letters, sheets and lists for the people drawn.</summary>
public sealed class SamplePapers(PrintSample print, SiteSettings settings)
{
    /// <summary>Most people in one file.</summary>
    public const int Most = 2000;

    public async Task<(byte[] Content, string Type, string Name)> MakeAsync(
        Person person, CampaignRow campaign, string? unit, string what, Func<string, Text> name, string asRequested, CancellationToken cancel)
    {
        if (what is not ("letters" or "sheets" or "links")) throw new RefusedException(Refusal.Invalid("what", new("Chọn thứ cần in.", "Choose what to print.")));
        var cases = await print.RunAsync(person, campaign.Code, unit, what, Most, cancel);
        var site = (settings.PublicAddress ?? asRequested).TrimEnd('/');
        var head = new SurveyLetterhead(campaign.Asker.Vi, campaign.Title.Vi, Vietnam.Moment(campaign.Closes)[..16], site);
        var letters = cases.Select(one =>
        {
            var link = $"{site}/phieu/{campaign.Code}/{one.Token}";
            return new SurveyLetter(name(one.Case.Unit).Vi, one.Case.Number, one.Contact.Name, one.Contact.Phone, one.Contact.Address, one.Case.Procedure, one.Case.Returned, link, one.Token,
                what == "letters" ? Png(link) : []);
        }).ToList();
        using var target = new MemoryStream();
        var file = $"{campaign.Code}{(unit is null ? "" : "-" + unit)}";
        const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        switch (what)
        {
            case "letters":
                InvitationLetters.Write(head, letters, target);
                return (target.ToArray(), Word, $"thu-moi-{file}.docx");
            case "sheets":
                InterviewSheets.Write(head, letters, target);
                return (target.ToArray(), Word, $"phieu-phong-van-{file}.docx");
            default:
                PlainWorkbook.Write([new("Đường dẫn", [("Đơn vị", 40), ("Số", 8), ("Họ tên", 28), ("Điện thoại", 16), ("Thư điện tử", 28), ("Địa chỉ", 40), ("Đường dẫn", 70)],
                    [.. cases.Select((one, i) => (IReadOnlyList<string>)[letters[i].Unit, one.Case.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), one.Contact.Name ?? "", one.Contact.Phone ?? "", one.Contact.Email ?? "", one.Contact.Address ?? "", letters[i].Link])])], target);
                return (target.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"duong-dan-{file}.xlsx");
        }
    }

    /// <summary>The list of links of officials; it is made once and stored nowhere.</summary>
    public byte[] Links(CampaignRow campaign, IReadOnlyList<OfficialLink> links, Func<string, Text> name, string asRequested)
    {
        var site = (settings.PublicAddress ?? asRequested).TrimEnd('/');
        using var target = new MemoryStream();
        PlainWorkbook.Write([new("Đường dẫn", [("Họ tên", 28), ("Thư điện tử", 30), ("Nhóm", 24), ("Đơn vị công tác", 18), ("Đơn vị được đánh giá", 44), ("Đường dẫn", 70)],
            [.. links.Select(one => (IReadOnlyList<string>)[one.Name, one.Email, one.Group, one.OwnUnit, name(one.Unit).Vi, $"{site}/phieu/{campaign.Code}/{one.Token}"])])], target);
        return target.ToArray();
    }

    private static byte[] Png(string words)
    {
        using var code = QRCodeGenerator.GenerateQrCode(words, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(code);
        return png.GetGraphic(6);
    }
}
