using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Access;

/// <summary>What a person does with a browser, over HTTP alone.</summary>
internal static class Visitor
{
    /// <summary>Enters as a labelled account of the demonstration.</summary>
    public static async Task SwitchAsync(HttpClient client, Database database, string login, CancellationToken cancel)
    {
        await using var db = database.Open();
        var account = await db.Users.Where(row => row.UserName!.StartsWith(login)).Select(row => row.Id).SingleAsync(cancel);
        var answer = await SendAsync(client, "/noi-bo/doi-vai", new() { ["account"] = account.ToString() }, cancel);
        Assert.Equal("/noi-bo", answer.Headers.Location?.ToString());
    }

    public static async Task<IHtmlDocument> PageAsync(HttpClient client, string path, CancellationToken cancel)
    {
        var html = await client.GetStringAsync(new Uri(path, UriKind.Relative), cancel);
        return await DocumentAsync(html, cancel);
    }

    public static async Task<IHtmlDocument> DocumentAsync(string html, CancellationToken cancel) =>
        (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Content(html), cancel);

    /// <summary>Opens a page, fills its form and sends it.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, string path, Dictionary<string, string> fields, CancellationToken cancel, string? handler = null)
    {
        var page = await PageAsync(client, path, cancel);
        var sent = new Dictionary<string, string>(fields) { ["__RequestVerificationToken"] = ((IHtmlInputElement)page.QuerySelector("main input[name=__RequestVerificationToken]")!).Value };
        var to = handler is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}";
        return await client.PostAsync(new Uri(to, UriKind.Relative), new FormUrlEncodedContent(sent), cancel);
    }
}
