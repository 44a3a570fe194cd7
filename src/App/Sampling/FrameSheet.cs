using System.Globalization;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Core.Sampling;
using ParIndex.Documents.Workbooks;

namespace ParIndex.App.Sampling;

/// <summary>A line of a frame with what reaches the person; dossier and person not hashed yet.</summary>
public sealed record TypedDossier(int Row, string Dossier, string? Identity, string Unit, string Procedure, DateOnly Returned, FiledBy Filed, string Cluster, Contact Contact);

/// <summary>A frame as it was sent: its lines, or what is wrong, cell by cell; with one wrong cell nothing is taken.</summary>
public sealed record ReadFrame(IReadOnlyList<TypedDossier> Lines, IReadOnlyList<SheetFault> Faults, int FaultCount);

/// <summary>Reads a frame from Excel or CSV. docs/sampling.md has its columns.</summary>
public static class FrameSheet
{
    /// <summary>Most lines of a frame.</summary>
    public const int Most = 500_000;

    private const int MostFaults = 200;

    private static readonly string[] Days = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd", "d/M/yyyy H:mm:ss", "d/M/yyyy H:mm"];

    /// <summary>The columns, as the first row names them.</summary>
    public static IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("Dossier", "Mã hồ sơ", 26), new("Unit", "Mã đơn vị", 14), new("Procedure", "Mã thủ tục", 18), new("Returned", "Ngày trả kết quả", 16), new("Filed", "Kênh nộp", 14),
        new("Cluster", "Cụm", 18, Needed: false), new("Identity", "Số định danh", 18, Needed: false), new("Name", "Họ tên", 28, Needed: false), new("Phone", "Điện thoại", 16, Needed: false),
        new("Address", "Địa chỉ", 40, Needed: false), new("Email", "Thư điện tử", 26, Needed: false),
    ];

    /// <summary>The workbook to fill in.</summary>
    public static void WriteEmpty(Stream output) => PlainWorkbook.Write([new("Dàn mẫu", [.. Columns.Select(column => (column.Heading, column.Width))], [])], output);

    /// <summary>Reads and checks every line.</summary>
    /// <param name="file">xlsx or CSV.</param>
    /// <param name="units">Codes of the units that are measured.</param>
    /// <param name="year">Results handed out in this year alone.</param>
    /// <param name="today">Nothing was handed out after today.</param>
    /// <exception cref="RefusedException">No table, or not this one.</exception>
    public static ReadFrame Read(Stream file, IReadOnlySet<string> units, int year, DateOnly today)
    {
        var content = new MemoryStream();
        file.CopyTo(content);
        content.Position = 0;
        var table = content.Length >= 2 && content.GetBuffer()[0] == (byte)'P' && content.GetBuffer()[1] == (byte)'K' ? FromWorkbook(content) : SheetOfCsv.Read(content);
        using var rows = table.GetEnumerator();
        if (!rows.MoveNext()) throw new RefusedException(Refusal.SheetEmpty);
        var places = Columns.Select(column => Array.FindIndex(rows.Current.Cells, cell => cell is not null && Folding.Fold(cell) == Folding.Fold(column.Heading))).ToArray();
        var missing = Columns.Where((column, i) => column.Needed && places[i] < 0).Select(column => column.Heading).ToList();
        if (missing.Count > 0) throw new RefusedException(Refusal.SheetHeadingsMissing(string.Join(", ", missing)));
        var reading = new Reading(places, units, year, today);
        while (rows.MoveNext()) reading.Take(rows.Current);
        return reading.Lines.Count + reading.FaultCount == 0 ? throw new RefusedException(Refusal.SheetEmpty) : new(reading.Lines, reading.Faults, reading.FaultCount);
    }

    private static IEnumerable<SheetLine> FromWorkbook(Stream file)
    {
        IReadOnlyList<SheetRow> rows;
        try
        {
            rows = SheetReading.Read(file, Most, 400 * 1024 * 1024);
        }
        catch (SheetTroubleException trouble)
        {
            throw new RefusedException(trouble.Trouble == SheetTrouble.TooLarge ? FrameTooLarge : Refusal.NotASheet);
        }

        return rows.Select(row => new SheetLine(row.Number, [.. Enumerable.Range(0, 26).Select(i => row[((char)('A' + i)).ToString()])]));
    }

    public static Refusal FrameTooLarge { get; } = new("frame_too_large", new(
        "Dàn mẫu quá lớn: tối đa 500.000 dòng. Tách theo đơn vị hoặc thời gian.", "The frame is too large: at most 500,000 lines."), RefusalKind.TooLarge, "file");

    private sealed class Reading(int[] places, IReadOnlySet<string> units, int year, DateOnly today)
    {
        private readonly Dictionary<string, int> seen = new(StringComparer.OrdinalIgnoreCase);
        private SheetLine line = null!;
        private bool good;

        public List<TypedDossier> Lines { get; } = [];

        public List<SheetFault> Faults { get; } = [];

        public int FaultCount { get; private set; }

        public void Take(SheetLine next)
        {
            (line, good) = (next, true);
            if (places.All(place => place < 0 || At(place) is null)) return;
            var dossier = Words("Dossier", 100) ?? Missing("Dossier");
            if (dossier.Length > 0 && !seen.TryAdd(dossier, next.Number))
                Fault("Dossier", new($"Hồ sơ này đã có ở dòng {seen[dossier]}. Mỗi hồ sơ một dòng.", $"This dossier stands in row {seen[dossier]} already. One row a dossier."));
            var unit = Words("Unit", 20) ?? Missing("Unit");
            if (unit.Length > 0 && !units.Contains(unit)) Fault("Unit", new($"Không có đơn vị mã “{unit}” trong kỳ đánh giá. Dùng mã trong danh mục đơn vị.", $"The cycle has no unit “{unit}”. Use a code of its list."));
            var procedure = Code("Procedure", 60) ?? Missing("Procedure");
            var returned = Day();
            var filed = Filed();
            var cluster = Code("Cluster", 60) ?? "";
            var contact = new Contact(Words("Name", 200), Phone(), Words("Address", 500), Words("Email", 200));
            var identity = Words("Identity", 60);
            if (good) Lines.Add(new(next.Number, dossier, identity ?? contact.Phone, unit, procedure, returned, filed, cluster, contact));
        }

        private string? At(int place) => place < line.Cells.Length ? line.Cells[place] : null;

        private string? Cell(string field) => Place(field) is >= 0 and var place && At(place)?.Trim() is { Length: > 0 } words ? words : null;

        private int Place(string field)
        {
            for (var i = 0; i < Columns.Count; i++)
                if (Columns[i].Field == field) return places[i];
            return -1;
        }

        private string? Words(string field, int longest)
        {
            try
            {
                return Visible.Checked(Cell(field), field, longest);
            }
            catch (RefusedException refused)
            {
                Fault(field, refused.Refusal.Message);
                return "";
            }
        }

        /// <summary>Codes stand in the hashed file of the frame, so they hold no comma and no line end.</summary>
        private string? Code(string field, int longest)
        {
            var words = Words(field, longest);
            if (words is null || !words.AsSpan().ContainsAny(",\r\n\t\"")) return words;
            Fault(field, new("Không dùng dấu phẩy, dấu nháy, xuống dòng trong mã. Dùng mã ngắn.", "No commas, quotes or line ends in a code. Use a short one."));
            return "";
        }

        private DateOnly Day()
        {
            var typed = Cell("Returned");
            if (typed is null)
            {
                Missing("Returned");
                return default;
            }

            if (!DateOnly.TryParseExact(typed.Split(' ')[0], Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                Fault("Returned", new($"“{typed}” không phải ngày. Nhập như 31/12/{year}.", $"“{typed}” is no date. Type it like 31/12/{year}."));
            else if (day.Year != year || day > today)
                Fault("Returned", new($"Ngày trả kết quả phải trong năm {year} và không sau hôm nay.", $"The result must have been handed out in {year}, and not after today."));
            return day;
        }

        private FiledBy Filed()
        {
            var typed = Cell("Filed");
            switch (Folding.Fold(typed ?? ""))
            {
                // The one-stop systems leave the channel empty for the counter.
                case "" or "truc tiep" or "direct" or "1": return FiledBy.Direct;
                case "truc tuyen" or "online" or "2": return FiledBy.Online;
                case "buu chinh" or "buu dien" or "post" or "3": return FiledBy.Post;
                default:
                    Fault("Filed", new("Kênh nộp: Trực tiếp, Trực tuyến hoặc Bưu chính (để trống là trực tiếp).", "Channel: Trực tiếp, Trực tuyến or Bưu chính (empty: direct)."));
                    return default;
            }
        }

        private string? Phone()
        {
            var typed = Words("Phone", 40);
            if (typed is null || typed.Count(char.IsAsciiDigit) is >= 8 and <= 15) return typed;
            Fault("Phone", new("Số điện thoại phải có từ 8 đến 15 chữ số.", "A telephone number has 8 to 15 digits."));
            return null;
        }

        private string Missing(string field)
        {
            if (good || Cell(field) is null) Fault(field, new("Ô này phải có nội dung.", "This cell must be filled in."));
            return "";
        }

        private void Fault(string field, Text message)
        {
            good = false;
            FaultCount++;
            if (Faults.Count >= MostFaults) return;
            var place = Place(field);
            Faults.Add(new(place < 0 ? $"{line.Number}" : $"{(char)('A' + place)}{line.Number}", Cell(field), message));
        }
    }
}
