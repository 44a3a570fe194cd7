using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Access;

/// <summary>H-36: bodies that are broken, too deep, too long, packed or called something else get a plain no at every endpoint, the same on both databases.</summary>
public sealed class BrokenBodiesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_body_breaks_an_endpoint_and_both_databases_say_the_same()
    {
        var verdicts = new List<List<string>>();
        foreach (var engine in new[] { Engine.Sqlite, Engine.Postgres })
        {
            await using var work = await WorkSite.StartAsync(engine);
            using var client = await work.AsAsync("98-");
            using var secretary = await work.AsAsync("06-");
            var (token, other) = (await WorkSite.TokenAsync(client), await WorkSite.TokenAsync(secretary));
            var before = await work.StateAsync();
            var said = new List<string>();
            foreach (var (method, pattern) in Endpoints.Of(work.Site).Where(route => route.Method != "GET"))
            {
                var inside = pattern.StartsWith("/noi-bo/ky", StringComparison.Ordinal) || pattern.StartsWith("/noi-bo/don-vi", StringComparison.Ordinal);
                // Signing out is what it is for, whatever is sent along.
                if (pattern is "/noi-bo/dang-xuat" or "/noi-bo/doi-vai") continue;
                foreach (var (name, body, type, packed) in Bodies(inside ? other : token))
                {
                    using var request = new HttpRequestMessage(new(method), Endpoints.Fill(pattern)) { Content = new ByteArrayContent(body) };
                    if (type is not null) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
                    if (packed) request.Content.Headers.ContentEncoding.Add("gzip");
                    request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("n"));
                    try
                    {
                        using var answer = await (inside ? secretary : client).SendAsync(request, Cancel);
                        said.Add($"{method} {pattern} {name}: {(int)answer.StatusCode}");
                    }
                    catch (HttpRequestException) when (body.Length > 1024 * 1024)
                    {
                        // The site has answered and hung up before all of it was sent.
                        said.Add($"{method} {pattern} {name}: 413");
                    }
                }
            }

            Assert.DoesNotContain(said, line => line[^3] == '5');
            Assert.DoesNotContain(said, line => line.StartsWith("POST /api", StringComparison.Ordinal) && line[^3] != '4');
            Assert.Equal(before, await work.StateAsync());
            verdicts.Add(said);
        }

        Assert.Equal(verdicts[0], verdicts[1]);
        Assert.True(verdicts[0].Count > 500, $"{verdicts[0].Count}");
    }

    [Fact]
    public async Task Letters_that_a_database_cannot_keep_are_refused_by_both()
    {
        foreach (var engine in new[] { Engine.Sqlite, Engine.Postgres })
        {
            await using var work = await WorkSite.StartAsync(engine);
            using var client = await work.AsAsync("97-");
            var token = await WorkSite.TokenAsync(client);
            const string Leaf = $"/noi-bo/cham/{WorkSite.K}/1.2.1";
            foreach (var wrong in new[] { "a\0b và những lời khác", "chuông \u0007 reo ở đây", "nửa chữ \ud800 một mình" })
            {
                var sent = $"__RequestVerificationToken={Uri.EscapeDataString(token)}&act=save&version=1&claimed=2&explanation={(wrong.Contains('\ud800', StringComparison.Ordinal) ? "n%ED%A0%80a" : Uri.EscapeDataString(wrong))}";
                using var answer = await client.PostAsync(new Uri(Leaf, UriKind.Relative), new StringContent(sent, Encoding.ASCII, "application/x-www-form-urlencoded"), Cancel);
                var status = (int)answer.StatusCode;
                // What is no letter at all becomes a mark for it while the form is read; what no database keeps is refused by name.
                Assert.True(status == 400 || (wrong.Contains('\ud800', StringComparison.Ordinal) && status == 302), $"{engine} {(int)wrong[2]:x}: {status}");
            }
        }
    }

    private static IEnumerable<(string Name, byte[] Body, string? Type, bool Packed)> Bodies(string token)
    {
        const string Json = "application/json", Form = "application/x-www-form-urlencoded";
        byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
        yield return ("depth 5,000", Utf8(string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000)), Json, false);
        yield return ("20 MB", Utf8("{\"a\":\"" + new string('x', 20 * 1024 * 1024) + "\"}"), Json, false);
        yield return ("no UTF-8", [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}'], Json, false);
        yield return ("lone surrogate", Utf8("{\"answers\":{\"C1\":\"\\ud800\"}}"), Json, false);
        yield return ("nought in text", Utf8("{\"answers\":{\"C1\":\"a\\u0000b\"}}"), Json, false);
        yield return ("byte-order mark", [0xEF, 0xBB, 0xBF, .. Utf8("{\"answers\":{}}")], Json, false);
        yield return ("trailing bytes", Utf8("{\"answers\":{}}}}"), Json, false);
        yield return ("called text", Utf8("{\"answers\":{}}"), "text/plain", false);
        yield return ("called nothing", Utf8("{\"answers\":{}}"), null, false);
        yield return ("called nonsense", Utf8("{\"answers\":{}}"), "application/json; charset=klingon", false);
        yield return ("packed 1:1000", Gzip(new byte[20 * 1024 * 1024]), Json, true);
        yield return ("packed form", Gzip(Utf8($"__RequestVerificationToken={Uri.EscapeDataString(token)}&x=" + new string('x', 5 * 1024 * 1024))), Form, true);
        yield return ("form of 5,000 fields", Utf8(string.Join('&', Enumerable.Range(0, 5_000).Select(i => $"f{i}=1"))), Form, false);
        yield return ("form with a broken escape", Utf8($"__RequestVerificationToken={Uri.EscapeDataString(token)}&act=%zz%&x=%00"), Form, false);
        yield return ("parts without an end", Utf8("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF"), "multipart/form-data; boundary=b", false);
        yield return ("parts without a boundary", Utf8("--b\r\n\r\n--b--"), "multipart/form-data", false);
        yield return ("nothing", [], Form, false);
    }

    private static byte[] Gzip(byte[] content)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(content);
        return output.ToArray();
    }
}
