using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace ParIndex.App.Library;

/// <summary>What is seen of a signature in a PDF.</summary>
public enum SignatureState
{
    /// <summary>Không có chữ ký số.</summary>
    None,

    /// <summary>The bytes signed are the bytes there are. Who may sign is not judged here.</summary>
    Intact,

    /// <summary>The document was changed after signing, or the signature does not fit.</summary>
    Broken,
}

/// <summary>The last signature of a PDF: its state and who signed, by the certificate.</summary>
public sealed record SignatureSeen(SignatureState State, string? Signer = null, DateTimeOffset? At = null)
{
    /// <summary>As kept with the file.</summary>
    public override string ToString() => State == SignatureState.None ? "none" : $"{State.ToString().ToLowerInvariant()}: {Signer}";
}

/// <summary>Looks at the CMS signature of a PDF (ISO 32000-1, 12.8): the digest of its byte range, by the framework's CMS.</summary>
public static partial class PdfSignature
{
    private const int Longest = 40 * 1024 * 1024;

    public static SignatureSeen Of(Stream pdf)
    {
        if (pdf.Length > Longest) return new(SignatureState.None);
        var bytes = new byte[pdf.Length];
        pdf.Position = 0;
        pdf.ReadExactly(bytes);
        var text = Encoding.Latin1.GetString(bytes);
        if (ByteRange().Matches(text) is not { Count: > 0 } ranges) return new(SignatureState.None);
        var numbers = ranges[^1].Groups.Values.Skip(1).Select(group => long.TryParse(group.Value, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        var (a, b, c, d) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        // The hole between the two ranges is the signature itself; what lies behind the second was added afterwards.
        if (a != 0 || b <= 0 || c <= b || d < 0 || c + d > bytes.Length || bytes[b] != '<' || bytes[c - 1] != '>') return new(SignatureState.Broken);
        try
        {
            var cms = Convert.FromHexString(text.AsSpan((int)b + 1, (int)(c - b) - 2));
            var signed = new SignedCms(new ContentInfo([.. bytes.AsSpan(0, (int)b), .. bytes.AsSpan((int)c, (int)d)]), detached: true);
            signed.Decode(cms);
            var signer = signed.SignerInfos.Count > 0 ? signed.SignerInfos[0] : null;
            var name = signer?.Certificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
            var at = signer?.SignedAttributes.Cast<CryptographicAttributeObject>().SelectMany(attribute => attribute.Values.Cast<AsnEncodedData>()).OfType<Pkcs9SigningTime>().FirstOrDefault()?.SigningTime;
            try
            {
                signed.CheckSignature(verifySignatureOnly: true);
            }
            catch (CryptographicException)
            {
                return new(SignatureState.Broken, name);
            }

            return c + d == bytes.Length ? new(SignatureState.Intact, name, at) : new(SignatureState.Broken, name, at);
        }
        catch (Exception trouble) when (trouble is CryptographicException or FormatException)
        {
            return new(SignatureState.Broken);
        }
    }

    [GeneratedRegex(@"/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")]
    private static partial Regex ByteRange();
}
