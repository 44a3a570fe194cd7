using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Council;
using ParIndex.App.Cycles;
using ParIndex.App.Heads;
using ParIndex.App.Publication;
using ParIndex.App.Results;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.App.Units;

namespace ParIndex.App.Audit;

/// <summary>What a payload says of a row its save wrote.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Key">The row's key, its parts joined by a slash.</param>
/// <param name="Sha256">SHA-256 of the row as <see cref="JournalledRows.TextOf"/> writes it, or <see cref="JournalledRows.Deleted"/>.</param>
internal sealed record RowMark(string Table, string Key, string Sha256);

/// <summary>A row of today's tables as text.</summary>
public sealed record StoredRow(string Table, string Key, string Row);

/// <summary>
/// Rows the journal vouches for. The payload of a save carries the hash of each such row it wrote, so that a row changed past the
/// program no longer agrees with the last line that tells of it, and a row put there past the program is told of by none.
/// </summary>
internal static class JournalledRows
{
    public const string Deleted = "deleted";

    private static readonly Dictionary<Type, Kind> Kinds = new Kind[]
    {
        Kind.Of<ActRow>(), Kind.Of<ComplaintRow>(), Kind.Of<ExplanationRow>(), Kind.Of<RecusalRow>(), Kind.Of<VoteRow>(), Kind.Of<CaseRow>(),
        Kind.Of<EntryRow>(), Kind.Of<InitiativeRow>(), Kind.Of<SubmissionRow>(),
        // A scanner's later verdict on the same file is no new file.
        Kind.Of<EvidenceFileRow>(nameof(EvidenceFileRow.State), nameof(EvidenceFileRow.Signature)),
        Kind.Of<ApplicabilityRow>(), Kind.Of<PhaseRow>(), Kind.Of<ExtensionRow>(), Kind.Of<ReopeningRow>(), Kind.Of<CycleFrameworkRow>(),
        Kind.Of<HeadPostRow>(), Kind.Of<HeadFactRow>(), Kind.Of<ClassificationRow>(), Kind.Of<HeadCaseRow>(),
        Kind.Of<RunRow>(), Kind.Of<EarlyReaderRow>(), Kind.Of<EarlyViewRow>(), Kind.Of<GrantRow>(), Kind.Of<OrgUnitRow>(), Kind.Of<OrgNameRow>(), Kind.Of<LineageRow>(),
    }.ToDictionary(kind => kind.Row);

    /// <summary>Marks of the rows that are about to be saved.</summary>
    public static List<RowMark> Changed(IndexDb db)
    {
        var marks = new List<RowMark>();
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached || !Kinds.TryGetValue(entry.Metadata.ClrType, out var kind)) continue;
            var sha = entry.State == EntityState.Deleted ? Deleted : Sha(TextOf(entry.Metadata, entry.Entity, kind));
            marks.Add(new(entry.Metadata.GetTableName()!, KeyOf(entry.Metadata, entry.Entity), sha));
        }

        return marks;
    }

    /// <summary>Every such row there is now.</summary>
    public static async Task<List<StoredRow>> ReadAsync(IndexDb db, CancellationToken cancel)
    {
        var rows = new List<StoredRow>();
        foreach (var kind in Kinds.Values)
        {
            var type = db.Model.FindEntityType(kind.Row)!;
            var table = type.GetTableName()!;
            await foreach (var row in kind.Read(db).WithCancellation(cancel)) rows.Add(new(table, KeyOf(type, row), TextOf(type, row, kind)));
        }

        return rows;
    }

    public static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>One JSON object of the values as the database holds them, names in order, bytes by their SHA-256.</summary>
    private static string TextOf(IEntityType type, object row, Kind kind)
    {
        var target = new MemoryStream(512);
        using (var json = new Utf8JsonWriter(target, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var property in type.GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal))
            {
                if (kind.Without.Contains(property.Name, StringComparer.Ordinal)) continue;
                json.WritePropertyName(property.Name);
                var value = property.PropertyInfo!.GetValue(row);
                Write(json, value is null ? null : property.GetTypeMapping().Converter is { } form ? form.ConvertToProvider(value) : value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(target.GetBuffer().AsSpan(0, (int)target.Length));
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case byte[] bytes: json.WriteStringValue(Convert.ToHexStringLower(SHA256.HashData(bytes))); break;
            case DateOnly day: json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static string KeyOf(IEntityType type, object row) => string.Join('/', type.FindPrimaryKey()!.Properties
        .Select(property => property.PropertyInfo!.GetValue(row)).Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)));

    private sealed record Kind(Type Row, Func<IndexDb, IAsyncEnumerable<object>> Read, IReadOnlyList<string> Without)
    {
        public static Kind Of<T>(params IReadOnlyList<string> without)
            where T : class => new(typeof(T), db => db.Set<T>().AsNoTracking().AsAsyncEnumerable(), without);
    }
}
