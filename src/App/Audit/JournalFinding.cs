using ParIndex.Core;

namespace ParIndex.App.Audit;

/// <summary>Something the verification found.</summary>
/// <param name="Code">Stable, such as J003.</param>
/// <param name="Number">The number of the line it is about; null: none.</param>
/// <param name="Message">What is wrong, and what it means.</param>
/// <param name="Wrong">False: worth knowing, not wrong.</param>
public sealed record JournalFinding(string Code, long? Number, Text Message, bool Wrong = true);

/// <summary>What the verification says of a journal.</summary>
public sealed record JournalVerdict(
    long Size, string Head, int Checkpoints, long CoveredTo, DateTimeOffset? CoveredAt, int Payloads, int Erased, int Rows, IReadOnlyList<JournalFinding> Findings)
{
    public bool Good => !Findings.Any(finding => finding.Wrong);

    /// <summary>The smallest number that is wrong; null: none is named.</summary>
    public long? FirstWrong => Findings.Where(finding => finding.Wrong).Min(finding => finding.Number);
}

/// <summary>Every finding of the verification, in one place.</summary>
internal static class JournalFindings
{
    public static JournalFinding NotALine(long number, string what) => new("J001", number, new(
        $"Dòng {number} không đúng khuôn dạng ({what}): dòng đã bị sửa.", $"Line {number} is malformed ({what}): it was altered."));

    public static JournalFinding Missing(long number, long found) => new("J002", number, new(
        $"Thiếu dòng {number}: ở vị trí đó là dòng {found}. Đã có dòng bị xóa hoặc đảo thứ tự.",
        $"Line {number} is missing: line {found} stands in its place. Lines were deleted or swapped."));

    public static JournalFinding Altered(long number) => new("J003", number, new(
        $"Dòng {number} đã bị sửa hoặc chèn thêm: chuỗi băm đứt tại đây.", $"Line {number} was altered or inserted: the chain breaks here."));

    public static JournalFinding Column(long number, string column) => new("J004", number, new(
        $"Cột {column} của dòng {number} khác với nội dung dòng: cột đã bị sửa trong cơ sở dữ liệu.",
        $"Column {column} of line {number} differs from the line: it was edited in the database."));

    public static JournalFinding Rewritten(long number, long size, int checkpoint) => new("J005", number, new(
        $"Dòng {size} không phải dòng mà mốc kiểm soát số {checkpoint} đã ký: các dòng từ {number} đến {size} đã bị viết lại hoặc thuộc một bản sao khác.",
        $"Line {size} is not the one checkpoint {checkpoint} signed: lines {number} to {size} were rewritten or belong to another copy."));

    public static JournalFinding Shorter(long number, long size, int checkpoint) => new("J006", number, new(
        $"Nhật ký hết trước dòng {number}; mốc kiểm soát số {checkpoint} đã ký {size} dòng. Phần đuôi bị cắt hoặc đã đưa về bản sao cũ.",
        $"The journal ends before line {number}; checkpoint {checkpoint} signed {size} lines. The tail was cut or an older copy put back."));

    public static JournalFinding Signature(int checkpoint, string why) => new("J007", null, new(
        $"Chữ ký của mốc kiểm soát số {checkpoint} không hợp lệ ({why}).", $"The signature of checkpoint {checkpoint} is not valid ({why})."));

    public static JournalFinding CheckpointChain(int checkpoint) => new("J008", null, new(
        $"Mốc kiểm soát số {checkpoint} không nối tiếp mốc trước: có mốc bị xóa hoặc bị sửa.",
        $"Checkpoint {checkpoint} does not continue the one before: one was deleted or altered."));

    public static JournalFinding Payload(long number) => new("J009", number, new(
        $"Nội dung lưu của dòng {number} không khớp cam kết trong dòng: nội dung đã bị sửa.",
        $"The stored content of line {number} does not match the commitment in the line: it was altered."));

    public static JournalFinding Row(long number, string table, string key) => new("J010", number, new(
        $"Bản ghi {table} {key} khác với lần ghi cuối trong nhật ký (dòng {number}): bản ghi đã bị sửa ngoài chương trình.",
        $"Row {table} {key} differs from what the journal last tells of it (line {number}): it was changed past the program."));

    public static JournalFinding UnknownRow(string table, string key) => new("J011", null, new(
        $"Bản ghi {table} {key} không có trong nhật ký: bản ghi được thêm ngoài chương trình.",
        $"Row {table} {key} is told of by no line: it was added past the program."));

    public static JournalFinding Head(long number, long size) => new("J012", number, new(
        $"Đầu chuỗi ghi {size} dòng nhưng dữ liệu dừng trước dòng {number} hoặc có mã băm khác.",
        $"The head tells of {size} lines, but the data ends before line {number} or has another hash."));

    public static JournalFinding OtherOrigin(int checkpoint) => new("J013", null, new(
        $"Mốc kiểm soát số {checkpoint} là của hệ thống khác.", $"Checkpoint {checkpoint} belongs to another installation."));

    public static JournalFinding CheckpointsLost(int checkpoint) => new("J014", null, new(
        $"Mốc kiểm soát số {checkpoint} có trong thư mục lưu nhưng không có trong cơ sở dữ liệu: đã đưa về bản sao cũ hoặc đã xóa mốc.",
        $"Checkpoint {checkpoint} is in the folder but not in the database: an older copy was put back or the checkpoint deleted."));

    public static JournalFinding NoCheckpoint { get; } = new("J015", null, new(
        "Chưa có mốc kiểm soát nào: chỉ kiểm được chuỗi, không phát hiện được việc cắt đuôi hoặc viết lại toàn bộ.",
        "There is no checkpoint: only the chain can be verified; a cut tail or a full rewrite would not be found."), Wrong: false);

    public static JournalFinding Restored(long from, long to, int checkpoint) => new("J016", null, new(
        $"Đã khôi phục từ {from} dòng về {to} dòng, có hai người xác nhận (mốc kiểm soát số {checkpoint}).",
        $"Restored from size {from} to size {to}, acknowledged by two persons (checkpoint {checkpoint})."), Wrong: false);

    public static JournalFinding LostRow(long number, string table, string key) => new("J017", number, new(
        $"Bản ghi {table} {key} mà dòng {number} đã ghi không còn nữa: bản ghi bị xóa ngoài chương trình.",
        $"Row {table} {key} that line {number} tells of is gone: it was deleted past the program."));

    public static JournalFinding NotAsReceipt(long number) => new("J018", number, new(
        $"Dòng {number} không giống biên nhận đã giao: nhật ký này đã bị viết lại hoặc biên nhận bị sửa.",
        $"Line {number} is not the one of the receipt: this journal was rewritten, or the receipt altered."));
}
