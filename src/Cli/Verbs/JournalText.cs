using ParIndex.App;
using ParIndex.App.Audit;
using ParIndex.Core;

namespace ParIndex.Cli.Verbs;

/// <summary>Words of <c>journal</c>.</summary>
internal static class JournalText
{
    public static Text Verb { get; } = new("Nhật ký: kiểm tra, xuất, ký mốc kiểm soát.", "The journal: verify, export, sign a checkpoint.");

    public static Text Verify { get; } = new(
        "Kiểm tra nhật ký không cần máy chủ: chuỗi băm, mốc kiểm soát, chữ ký, nội dung; mã 0 nếu nguyên vẹn, 1 và nêu số dòng sai đầu tiên nếu không.",
        "Verifies a journal without the server: chain, checkpoints, signatures, contents; exit 0 if intact, 1 naming the first wrong number.");

    public static Text File { get; } = new("thư mục đã xuất, tệp journal.jsonl của nó, hoặc tệp cơ sở dữ liệu SQLite", "an exported folder, its journal.jsonl, or a SQLite database");

    public static Text Receipt { get; } = new("biên nhận cần đối chiếu", "a receipt to check against the journal");

    public static Text Audit { get; } = new(
        "thư mục khóa ký và bản sao mốc kiểm soát (mặc định: cạnh tệp cơ sở dữ liệu, đuôi .audit)",
        "folder of the signing key and copies of checkpoints (default: beside the database file, ending in .audit)");

    public static Text Export { get; } = new("Xuất nhật ký ra thư mục tệp thuần túy để người khác tự kiểm tra.", "Exports the journal as a folder of plain files for others to verify.");

    public static Text Folder { get; } = new("thư mục mới", "a new folder");

    public static Text Payloads { get; } = new("kèm nội dung và số liệu (chỉ cho người được xem điểm)", "with contents and rows (only for those who may see scores)");

    public static Text NotEmpty { get; } = new("Thư mục đã có tệp; chọn thư mục mới.", "The folder is not empty; name a new one.");

    public static Text CheckpointVerb { get; } = new("Ký ngay một mốc kiểm soát.", "Signs a checkpoint now.");

    public static Text Timestamps { get; } = new("địa chỉ dịch vụ cấp dấu thời gian RFC 3161", "address of an RFC 3161 time-stamping authority");

    public static Text Postgres { get; } = new("chuỗi kết nối PostgreSQL, thay cho --data", "PostgreSQL connection string, instead of --data");

    public static Text NoDatabase { get; } = new("Thiếu cơ sở dữ liệu: ghi --data TỆP hoặc --postgres CHUỖI.", "No database is named: give --data FILE or --postgres STRING.");

    public static Text NoAudit { get; } = new("Với PostgreSQL cần ghi --audit THƯ MỤC.", "With PostgreSQL, give --audit FOLDER.");

    public static Text NotSigned { get; } = new(
        "Chưa ký: nhật ký không khớp mốc đã ký trước đó, hoặc đang có báo động. Chạy journal verify.",
        "Nothing was signed: the journal does not match the checkpoint before, or an alarm is in force. Run journal verify.");

    public static Text Unreadable { get; } = new("Tệp không đúng khuôn dạng hoặc đã bị sửa.", "The file is malformed or was altered.");

    public static Text Exported(int lines, int checkpoints, string folder) => new(
        $"Đã xuất {lines} dòng và {checkpoints} mốc kiểm soát vào {folder}.", $"Exported {lines} lines and {checkpoints} checkpoints to {folder}.");

    public static Text Signed(int number, long size, string head) => new(
        $"Mốc kiểm soát số {number}: {size} dòng, mã băm {head}.", $"Checkpoint {number}: {size} lines, head {head}.");

    public static Text Wrong(long? number) => number is { } first
        ? new($"SAI, số dòng sai đầu tiên: {first}", $"WRONG, first wrong number: {first}")
        : new("SAI, xem các phát hiện ở trên", "WRONG, see the findings above");

    public static Text Intact(JournalVerdict verdict) => new(
        $"NGUYÊN VẸN: {verdict.Size} dòng, mã băm cuối {verdict.Head}; {verdict.Checkpoints} mốc kiểm soát, đã ký đến dòng {verdict.CoveredTo}"
        + (verdict.CoveredAt is { } at ? $" lúc {Vietnam.Moment(at)}" : "") + $"; {verdict.Payloads} nội dung, {verdict.Erased} đã xóa, {verdict.Rows} bản ghi đối chiếu.",
        $"INTACT: {verdict.Size} lines, head {verdict.Head}; {verdict.Checkpoints} checkpoints, signed up to line {verdict.CoveredTo}"
        + (verdict.CoveredAt is { } when ? $" at {Vietnam.Moment(when)}" : "") + $"; {verdict.Payloads} contents, {verdict.Erased} erased, {verdict.Rows} rows compared.");
}
