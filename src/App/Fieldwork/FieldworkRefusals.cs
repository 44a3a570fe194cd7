namespace ParIndex.App.Fieldwork;

/// <summary>Why a case is not assigned.</summary>
public static class FieldworkRefusals
{
    public static Refusal NoCases { get; } = new("no_cases", new("Chọn ít nhất một trường hợp còn mở.", "Choose at least one open case."), RefusalKind.Invalid, "cases");

    public static Refusal NotOpen(string cases) => new("case_closed", new(
        $"Không giao lại được: {cases} đã xong, từ chối hoặc đã thay.", $"These cannot be assigned any more, being done, refused or replaced: {cases}."));

    public static Refusal NoCollector { get; } = new("no_collector", new(
        "Điều tra viên chưa có thiết bị đăng ký cho đợt khảo sát này. Đăng ký thiết bị trước.", "The interviewer has no registered device in this campaign. Register one first."), RefusalKind.Invalid, "collector");
}
