using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace ParIndex.App.Audit;

/// <summary>
/// What the journal keeps outside the database and its backup: the key that signs checkpoints, readable by the service alone, and a copy
/// of each checkpoint, against which a database that was put back is noticed.
/// </summary>
/// <param name="path">The folder; made when it is not there.</param>
public sealed class AuditFolder(string path)
{
    private const string KeyFile = "checkpoint-key.pem";

    /// <summary>The certificate that verifies every checkpoint; not secret.</summary>
    public const string CertificateFile = "checkpoint-certificate.pem";

    private readonly Lock making = new();

    public string Path => path;

    private string Kept => System.IO.Path.Combine(path, "checkpoints");

    /// <summary>The folder beside a SQLite file.</summary>
    public static AuditFolder Beside(string database) => new(database + ".audit");

    /// <summary>Signs as detached CMS with ECDSA P-256.</summary>
    public byte[] Sign(byte[] content)
    {
        using var signer = Signer();
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer)
        {
            IncludeOption = X509IncludeOption.EndCertOnly,
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
        });
        return cms.Encode();
    }

    /// <summary>The certificate, in PEM; null while no key was made.</summary>
    public string? Certificate => System.IO.Path.Combine(path, CertificateFile) is var file && File.Exists(file) ? File.ReadAllText(file) : null;

    /// <summary>Checkpoints kept here, in order.</summary>
    public IReadOnlyList<SignedCheckpoint> Checkpoints() => ReadFrom(Kept);

    /// <summary>Keeps a copy of a checkpoint, durably.</summary>
    public void Keep(int number, SignedCheckpoint checkpoint)
    {
        Directory.CreateDirectory(Kept);
        WriteTo(Kept, number, checkpoint);
    }

    internal static void WriteTo(string folder, int number, SignedCheckpoint checkpoint)
    {
        var name = System.IO.Path.Combine(folder, number.ToString("000000", CultureInfo.InvariantCulture));
        if (checkpoint.Timestamp is { } token) Durably(name + ".tsr", token);
        Durably(name + ".cms", checkpoint.Signature);
        Durably(name + ".json", checkpoint.Json);
    }

    internal static IReadOnlyList<SignedCheckpoint> ReadFrom(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => new SignedCheckpoint(
            File.ReadAllBytes(file), Optional(System.IO.Path.ChangeExtension(file, ".cms")) ?? [], Optional(System.IO.Path.ChangeExtension(file, ".tsr")))),
    ];

    private static byte[]? Optional(string file) => File.Exists(file) ? File.ReadAllBytes(file) : null;

    private static void Durably(string file, byte[] content)
    {
        // Whole or not at all: a half-written checkpoint would look like a forged one.
        var half = file + ".half";
        using (var stream = new FileStream(half, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(half, file, overwrite: true);
    }

    private X509Certificate2 Signer()
    {
        var (key, certificate) = (System.IO.Path.Combine(path, KeyFile), System.IO.Path.Combine(path, CertificateFile));
        lock (making)
        {
            if (!File.Exists(certificate)) Make(key, certificate);
        }

        return X509Certificate2.CreateFromPemFile(certificate, key);
    }

    private void Make(string key, string certificate)
    {
        Directory.CreateDirectory(path);
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Checkpoints of the journal", pair, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        var begin = DateTimeOffset.UtcNow.AddDays(-1);
        using var made = request.CreateSelfSigned(begin, begin.AddYears(20));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(key, options)) file.Write(pair.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(certificate, made.ExportCertificatePem() + "\n");
    }
}
