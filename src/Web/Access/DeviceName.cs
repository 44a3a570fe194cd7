namespace ParIndex.Web.Access;

/// <summary>Browser and system in a few words, as browsers say it of themselves: enough to tell the own phone from a stranger's computer.</summary>
internal static class DeviceName
{
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("CocCoc", "Cốc Cốc"), ("coc_coc", "Cốc Cốc"), ("Zalo", "Zalo"), ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"),
    ];

    public static string? Of(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent)) return null;
        var browser = Browsers.FirstOrDefault(known => userAgent.Contains(known.Sign, StringComparison.Ordinal)).Name;
        var system = Systems.FirstOrDefault(known => userAgent.Contains(known.Sign, StringComparison.Ordinal)).Name;
        return (browser, system) switch
        {
            (null, null) => null,
            (null, _) => system,
            (_, null) => browser,
            _ => $"{browser}, {system}",
        };
    }
}
