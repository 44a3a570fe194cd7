using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using ParIndex.App.Campaigns;

namespace ParIndex.App.Sampling;

/// <summary>How to reach somebody.</summary>
public sealed record Contact(string? Name, string? Phone, string? Address, string? Email)
{
    public bool Empty => Name is null && Phone is null && Address is null && Email is null;
}

/// <summary>What a campaign seals: contacts, links and the seed, each under a key of its own, so that one store opened opens no other.</summary>
public sealed class SurveySeals(IDataProtectionProvider protection)
{
    public string Seal(string campaign, Contact contact) => Of("contact", campaign).Protect(JsonSerializer.Serialize(contact));

    public Contact Open(ContactRow row) => JsonSerializer.Deserialize<Contact>(Of("contact", row.Campaign).Unprotect(row.Sealed))!;

    public string SealToken(string campaign, string token) => Of("link", campaign).Protect(token);

    /// <summary>The token as it stands in the letter.</summary>
    public string Token(TokenLinkRow row) => Of("link", row.Campaign).Unprotect(row.Sealed);

    public string SealSeed(string campaign, string seed) => Of("seed", campaign).Protect(seed);

    public string Seed(CampaignRow row) => Of("seed", row.Code).Unprotect(row.Seed!);

    public string SealWords(string campaign, string words) => Of("request", campaign).Protect(words);

    public string OpenWords(string campaign, string words) => Of("request", campaign).Unprotect(words);

    public string Words(PrivacyRequestRow row) => OpenWords(row.Campaign, row.Words);

    /// <summary>What a dossier or a person is stored under: nobody without the key can test a guess, and the key goes with the link.</summary>
    public static string Hash(byte[] frameKey, string kind, string words) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(frameKey, Encoding.UTF8.GetBytes($"{kind}\n{Folded(words)}")));

    /// <summary>Seed of 256 bits in hex.</summary>
    public static string NewSeed() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>The same telephone or number however it was typed.</summary>
    private static string Folded(string words)
    {
        var plain = string.Concat(words.Where(char.IsLetterOrDigit)).ToUpper(CultureInfo.InvariantCulture);
        return words.TrimStart().StartsWith("+84", StringComparison.Ordinal) ? "0" + plain[2..] : plain;
    }

    private IDataProtector Of(string kind, string campaign) => protection.CreateProtector("survey", kind, campaign);
}
