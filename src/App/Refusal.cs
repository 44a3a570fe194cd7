using ParIndex.App.Cycles;
using ParIndex.Core;
using ParIndex.Core.Frameworks;

namespace ParIndex.App;

/// <summary>What kind of no: each door has one answer for each.</summary>
public enum RefusalKind
{
    /// <summary>What was sent is wrong (400).</summary>
    Invalid,

    /// <summary>Nobody is signed in (401).</summary>
    NotSignedIn,

    /// <summary>Never allowed for this person (403).</summary>
    Forbidden,

    /// <summary>Not there, or not for this person's eyes: nobody can tell which (404).</summary>
    NotFound,

    /// <summary>The state or the phase forbids it (409).</summary>
    Conflict,

    /// <summary>Somebody else saved in between (412).</summary>
    Stale,

    /// <summary>The version that was looked at is missing (428).</summary>
    VersionMissing,

    /// <summary>Too large (413).</summary>
    TooLarge,

    /// <summary>A kind of file that is not taken (415).</summary>
    UnsupportedType,

    /// <summary>Too often (429).</summary>
    TooMany,

    /// <summary>Not now: a resource is exhausted, or the installation only reads (503).</summary>
    Unavailable,
}

/// <summary>A reason to say no: a stable code, and what to do in both languages.</summary>
/// <param name="Code">Stable, for machines.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Kind">What kind of no.</param>
/// <param name="Field">The field it is about; null: none.</param>
public sealed record Refusal(string Code, Text Message, RefusalKind Kind = RefusalKind.Conflict, string? Field = null)
{
    /// <summary>Each wrong field with its reason, where there are several.</summary>
    public IReadOnlyList<(string Field, Text Why)> Fields { get; init; } = [];

    public static Refusal RevisionWithoutNote(string release) => new("revision_without_note", new(
        $"Kết quả của năm này đã công bố ({release}) và không được ghi đè. Ghi rõ nội dung và lý do đính chính để công bố phiên bản mới.",
        $"Results of this year are already published ({release}) and are never overwritten. State what changed and why to publish a new revision."));

    public static Refusal NothingFrozen { get; } = new("nothing_frozen", new(
        "Kỳ đánh giá chưa có lần tính nào được chốt. Tính và chốt kết quả trước.", "No run of this cycle is frozen. Compute and freeze the results first."));

    public static Refusal NotFrozenYet(int run) => new("run_not_frozen", new(
        $"Lần tính {run} là lần mới nhất và chưa được chốt, nên các bước sau không còn hiệu lực. Chủ tịch hội đồng chốt lần tính này rồi làm tiếp.",
        $"Run {run} is the newest and not frozen, so that what follows is stale. The chair has to freeze it first."));

    public static Refusal FrozenDiffers(int run) => new("frozen_differs", new(
        $"Gói đã chốt của lần tính {run} khi tính lại không cho đúng các bảng đã chốt. Không công bố; báo người quản trị kiểm tra chương trình và dữ liệu.",
        $"The frozen package of run {run} does not compute to the tables that were frozen. Nothing is published; an administrator has to look at program and data."));

    public static Refusal ReleaseHasMoment(string edition) => new("release_has_moment", new(
        $"Phiên bản {edition} đã có thời điểm công bố.", $"Version {edition} has its moment already."));

    public static Refusal ReleaseIsDraft(string edition) => new("release_is_draft", new(
        $"Phiên bản {edition} là dự thảo, chưa có thời điểm công bố.", $"Version {edition} is a draft and has no moment."));

    public static Refusal ReleaseOut(string edition, DateTimeOffset at) => new("release_out", new(
        $"Phiên bản {edition} đã công bố lúc {Vietnam.Moment(at)}, không hoãn hoặc hủy được nữa. Nếu có sai sót, công bố phiên bản đính chính.",
        $"Version {edition} is out since {Vietnam.Moment(at)} and can be neither moved nor cancelled. If something is wrong, publish a correction."));

    public static Refusal ReleaseWithdrawn(string edition) => new("release_withdrawn", new(
        $"Phiên bản {edition} đã được thu hồi.", $"Version {edition} is withdrawn already."));

    public static Refusal NewerDraft(string edition) => new("newer_draft", new(
        $"Có dự thảo mới hơn phiên bản {edition}. Chỉ dự thảo mới nhất được công bố.", $"There is a draft newer than version {edition}. Only the newest can be published."));

    public static Refusal AnotherUnderEmbargo(string edition) => new("another_under_embargo", new(
        $"Phiên bản {edition} đang chờ đến thời điểm công bố. Hủy lịch của phiên bản đó trước.", $"Version {edition} waits for its moment. Cancel it first."));

    public static Refusal DraftOfOlderRun(string edition) => new("draft_of_older_run", new(
        $"Dự thảo {edition} được lập từ lần tính đã bị thay thế. Lập dự thảo mới từ lần tính đã chốt mới nhất.", $"Draft {edition} is of a run that was superseded. Make a new draft from the newest frozen run."));

    public static Refusal EarlyReaderAlready { get; } = new("early_reader_already", new(
        "Người này đã được đọc trước kết quả của kỳ này.", "This person may read the results of this cycle early already."), Field: "account");

    public static Refusal NewerDatabase(string migration) => new("newer_database", new(
        $"Cơ sở dữ liệu do phiên bản mới hơn của chương trình tạo ra ({migration}). Hãy chạy phiên bản mới đó; phiên bản này không đụng vào dữ liệu.",
        $"The database was made by a newer version of the program ({migration}). Run that version; this one leaves the data alone."));

    public static Refusal NothingProven { get; } = new("nothing_proven", new(
        "Đơn vị chưa nêu tài liệu chứng minh. Chờ đơn vị, hoặc nhắc đơn vị.", "The unit has not named a proof. Wait for the unit, or remind it."));

    public static Refusal ProofChanged { get; } = new("proof_changed", new(
        "Đơn vị vừa thay tài liệu chứng minh. Xem lại tài liệu mới rồi quyết định.", "The unit has just changed the proof. Look at the new one, then decide."), RefusalKind.Stale);

    public static Refusal FollowUpClosed { get; } = new("follow_up_closed", new(
        "Việc này đã được xác nhận khắc phục xong, không sửa được nữa.", "This was accepted as mended and cannot be changed any more."));

    /// <summary>Not there, or not for this person: one answer for both.</summary>
    public static Refusal NotFound { get; } = new("not_found", new(
        "Không tìm thấy nội dung này, hoặc nội dung không thuộc phạm vi của ông/bà.",
        "This was not found, or it is not within your scope."), RefusalKind.NotFound);

    /// <summary>The disk is full or the database is away.</summary>
    public static Refusal StorageAway { get; } = new("storage_away", new(
        "Máy chủ tạm thời không đọc hoặc ghi được dữ liệu. Chưa có gì thay đổi; đợi một phút rồi làm lại.",
        "The server cannot read or write data at the moment. Nothing has changed; wait a minute and try again."), RefusalKind.Unavailable);

    public static Refusal Forbidden { get; } = new("forbidden", new(
        "Vai trò của ông/bà không được làm việc này.", "Your role does not allow this."), RefusalKind.Forbidden);

    public static Refusal NotSignedIn { get; } = new("not_signed_in", new(
        "Hãy đăng nhập rồi thực hiện lại.", "Sign in, then try again."), RefusalKind.NotSignedIn);

    /// <summary>One answer for an unknown account, a wrong password and a locked one.</summary>
    public static Refusal WrongSignIn { get; } = new("wrong_sign_in", new(
        "Thư điện tử hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa do nhập sai nhiều lần. Thử lại sau 10 phút hoặc liên hệ quản trị.",
        "The e-mail or password is wrong, or the account is locked for a while after many wrong tries. Try again in 10 minutes or ask an administrator."),
        RefusalKind.Invalid, "Email");

    public static Refusal CrossSite { get; } = new("cross_site", new(
        "Yêu cầu đến từ trang khác nên bị từ chối. Mở trang làm việc và thực hiện lại tại đó.",
        "The request came from another site and was refused. Open the work pages and do it there."), RefusalKind.Forbidden);

    public static Refusal SecondFactorNeeded { get; } = new("second_factor_needed", new(
        "Mã xác thực không đúng hoặc đã hết hạn. Nhập mã mới trong ứng dụng xác thực.",
        "The code is wrong or has expired. Enter the new code of your authenticator app."), RefusalKind.Invalid, "code");

    public static Refusal Stale(int version) => new("stale", new(
        $"Người khác vừa lưu nội dung này (phiên bản {version}). Xem hai bản bên nhau rồi lưu lại; phần ông/bà nhập vẫn còn.",
        $"Somebody else saved this meanwhile (version {version}). Compare both and save again; what you typed is kept."), RefusalKind.Stale, "version");

    public static Refusal VersionMissing { get; } = new("version_missing", new(
        "Thiếu số phiên bản đã xem. Tải lại trang rồi lưu.", "The version you looked at is missing. Reload the page, then save."), RefusalKind.VersionMissing, "version");

    /// <summary>A value that cannot be, with its field.</summary>
    public static Refusal Invalid(string field, Text message) => new("invalid", message, RefusalKind.Invalid, field);

    public static Refusal PhaseClosed(string phaseVi, string phaseEn, DateTimeOffset now, DateTimeOffset closed) => new("phase_closed", new(
        $"{phaseVi} đã đóng lúc {Vietnam.Moment(closed)}; bây giờ là {Vietnam.Moment(now)} (giờ Việt Nam, theo máy chủ).",
        $"{phaseEn} closed at {Vietnam.Moment(closed)}; it is now {Vietnam.Moment(now)} (Vietnam time, by the server)."));

    public static Refusal PhaseNotOpen(string phaseVi, string phaseEn, DateTimeOffset now, DateTimeOffset opens) => new("phase_not_open", new(
        $"{phaseVi} mở lúc {Vietnam.Moment(opens)}; bây giờ là {Vietnam.Moment(now)} (giờ Việt Nam, theo máy chủ).",
        $"{phaseEn} opens at {Vietnam.Moment(opens)}; it is now {Vietnam.Moment(now)} (Vietnam time, by the server)."));

    public static Refusal CycleExists(string code) => new("cycle_exists", new(
        $"Đã có kỳ đánh giá mã “{code}”. Mở kỳ đó, hoặc dùng mã khác.", $"There is a cycle “{code}” already. Open it, or use another code."), Field: "code");

    public static Refusal NoSuchPhase(Text phase) => new("no_such_phase", new(
        $"Kỳ đánh giá này không có bước “{phase.Vi}”. Bổ sung lịch của bước này rồi làm tiếp.",
        $"This cycle has no phase “{phase.En}”. Set its dates first."));

    public static Refusal WrongState(Text current, Text required) => new("wrong_state", new(
        $"Đang ở trạng thái “{current.Vi}”; việc này cần trạng thái “{required.Vi}”.",
        $"The state is “{current.En}”; this needs “{required.En}”."));

    /// <summary>Who enters or submits for a unit never scores as its department, nor the other way round.</summary>
    public static Refusal ConflictOfInterest(Text unit) => new("conflict_of_interest", new(
        $"Không giao được: {unit.Vi} vừa là đơn vị được chấm, vừa là cơ quan chấm của người này trong cùng kỳ. Người nhập hoặc nộp cho đơn vị không được thẩm định thay mặt chính cơ quan đó. Kết thúc quyền kia trước, hoặc chọn người khác.",
        $"Not possible: this person would be scored with {unit.En} and score for it in the same cycle. Who enters or submits for a unit may not appraise for it. End the other right first, or choose somebody else."), Field: "Role");

    /// <summary>Something is wrong with several things at once: the first few are said.</summary>
    public static Refusal Findings(string code, string field, IReadOnlyList<Finding> findings, RefusalKind kind = RefusalKind.Invalid)
    {
        const int most = 12;
        var more = findings.Count > most ? new Text($"\n… và {findings.Count - most} điều nữa", $"\n… and {findings.Count - most} more") : new("", "");
        var said = findings.Take(most).ToList();
        return new(code, new(
            string.Join('\n', said.Select(finding => $"{finding.Where}: {finding.Message.Vi}")) + more.Vi,
            string.Join('\n', said.Select(finding => $"{finding.Where}: {finding.Message.En}")) + more.En), kind, field);
    }

    public static Refusal CycleFixed(CycleState state) => new("cycle_fixed", new(
        $"Kỳ đánh giá đang ở trạng thái “{CycleText.Of(state).Vi}”: khối, bộ chỉ số, điểm tối đa, cách làm tròn không sửa được nữa. Lập bộ chỉ số mới cho kỳ sau.",
        $"The cycle is “{CycleText.Of(state).En}”: groups, framework, maximum points and rounding are fixed. Make a new framework for a later cycle."));

    public static Refusal NotAnAppraiser(string department) => new("not_an_appraiser", new(
        $"Người này chưa có quyền thẩm định của {department} trong kỳ này. Cấp quyền trước, hoặc chọn người khác.",
        $"This person holds no right to appraise for {department} in this cycle. Grant it first, or choose somebody else."), RefusalKind.Conflict, "account");

    public static Refusal NeedsSubstitute(Text unit) => new("conflict_of_interest", new(
        $"Người này thuộc hoặc từng thuộc {unit.Vi} trong kỳ đánh giá, nên không được thẩm định đơn vị đó. Chọn thêm người thay thế không thuộc đơn vị đó, hoặc chọn người khác.",
        $"This person belongs or belonged to {unit.En} during the cycle and may not appraise it. Add a substitute from elsewhere, or choose somebody else."), Field: "substitute");

    public static Refusal RunFrozen(int run) => new("run_frozen", new(
        $"Lần tính {run} đã được chốt. Thay đổi sau đó là một lần tính mới có lý do.", $"Run {run} is frozen. A later change is a new run with a reason."));

    public static Refusal RunProvisional(int run) => new("run_provisional", new(
        $"Lần tính {run} còn tạm tính: xem các điều còn vướng, giải quyết rồi tính lại.", $"Run {run} is provisional: see what is open, settle it and compute again."));

    public static Refusal RunSuperseded(int run) => new("run_superseded", new(
        $"Đã có lần tính sau lần {run}. Chỉ lần tính mới nhất được chốt.", $"There is a run after run {run}. Only the latest can be frozen."));

    public static Refusal InputsChanged(int run) => new("inputs_changed", new(
        $"Số liệu đã thay đổi sau lần tính {run}. Tính lại rồi chốt.", $"Inputs changed after run {run}. Compute again, then freeze."));

    public static Refusal AnotherPerson { get; } = new("another_person", new(
        "Việc này cần người khác xác nhận, không phải chính người đề nghị.", "Somebody other than the one who proposed it has to confirm this."));

    public static Refusal ReasonTooShort(string field) => new("reason_too_short", new(
        "Ghi rõ lý do, ít nhất 10 ký tự nhìn thấy được.", "Give the reason in at least 10 visible characters."), RefusalKind.Invalid, field);

    public static Refusal UnknownField(string field) => new("unknown_field", new(
        $"Không có trường “{field}” ở đây. Chỉ gửi các trường của biểu mẫu.", $"There is no field “{field}” here. Send only the fields of the form."), RefusalKind.Invalid, field);

    public static Refusal PointsOutsideFrame(string field, Leaf leaf)
    {
        var (max, step) = (Words.Points(leaf.Max), leaf.Step is { } grain ? Words.Points(grain) : null);
        return new("points_outside_frame", new(
            $"Tiêu chí {leaf.Code}: điểm từ 0 đến {max.Vi}{(step is null ? ", tối đa 4 chữ số thập phân" : $", theo bước {step.Vi}")}.",
            $"Criterion {leaf.Code}: 0 to {max.En}{(step is null ? ", at most 4 decimals" : $", in steps of {step.En}")}."), RefusalKind.Invalid, field);
    }

    public static Refusal NotEntered(Leaf leaf) => new("not_entered_by_units", new(
        $"Tiêu chí {leaf.Code} lấy số liệu từ hệ thống hoặc khảo sát; đơn vị không tự nhập.",
        $"Criterion {leaf.Code} takes its figures from a system or a survey; units do not enter it."));

    public static Refusal NothingClaimed(Leaf leaf) => new("nothing_claimed", new(
        $"Tiêu chí {leaf.Code} chưa có điểm tự chấm. Nhập đủ số liệu hoặc điểm.", $"Criterion {leaf.Code} has no points yet. Enter its figures or points."), RefusalKind.Invalid, "claimed");

    /// <summary>A leaf that needs evidence has none, and no word of why.</summary>
    public static Refusal NothingProves(Leaf leaf) => new("nothing_proves", new(
        $"Tiêu chí {leaf.Code} chưa có tài liệu kiểm chứng. Gắn tài liệu ở bên cạnh, hoặc ghi giải trình vì sao chưa có, ít nhất 10 ký tự.",
        $"Criterion {leaf.Code} has no evidence yet. Attach a document, or explain in at least 10 characters why there is none."), RefusalKind.Invalid, "explanation");

    public static Refusal Incomplete(IReadOnlyList<string> leaves)
    {
        var (shown, more) = (string.Join(", ", leaves.Take(10)), leaves.Count > 10 ? "…" : "");
        return new("incomplete", new(
            $"Còn {leaves.Count} tiêu chí chưa sẵn sàng nộp: {shown}{more}. Hoàn thành từng tiêu chí rồi nộp.",
            $"{leaves.Count} criteria are not ready to submit: {shown}{more}. Complete them, then submit."));
    }

    public static Refusal NotSubmitted { get; } = new("not_submitted", new(
        "Đơn vị chưa nộp bản tự đánh giá nào đang có hiệu lực.", "The unit has no submission in force."));

    /// <summary>The journal is not what was signed: nothing is written until two persons have taken note.</summary>
    public static Refusal IntegrityAlarm { get; } = new("integrity_alarm", new(
        "Hệ thống đang báo động toàn vẹn dữ liệu và chỉ cho đọc: nhật ký không khớp mốc đã ký. Hai người có trách nhiệm phải xem và xác nhận ở trang Sức khỏe hệ thống.",
        "The system has an integrity alarm and only reads: the journal does not match what was signed. Two responsible persons must look and acknowledge it on the Health page."),
        RefusalKind.Unavailable);

    public static Refusal NoAlarm { get; } = new("no_alarm", new("Không có báo động nào cần xác nhận.", "There is no alarm to acknowledge."));

    public static Refusal SecondPersonNeeded { get; } = new("second_person_needed", new(
        "Ông/bà đã xác nhận báo động này. Cần một người khác xác nhận.", "You have acknowledged this alarm already. Somebody else has to."));

    public static Refusal AccountExists { get; } = new("account_exists", new(
        "Đã có tài khoản dùng địa chỉ thư này. Mở tài khoản đó trong danh sách.", "There is an account with this address already. Open it in the list."), Field: "Email");

    public static Refusal NoPublicAddress { get; } = new("no_public_address", new(
        "Hệ thống chưa khai báo địa chỉ công khai nên không gửi liên kết được. Liên hệ quản trị để nhận liên kết in.",
        "The site has no public address configured, so no link can be sent. Ask an administrator for a printed one."));

    public static Refusal AccountClosed { get; } = new("account_closed", new("Tài khoản này đã đóng.", "This account is closed already."));

    public static Refusal WrongCurrentPassword { get; } = new("wrong_current_password", new(
        "Mật khẩu hiện nay không đúng. Quên mật khẩu: đăng xuất rồi chọn “Quên mật khẩu”.", "The present password is wrong. Forgotten: sign out and choose “Forgotten password”."),
        RefusalKind.Invalid, "Current");

    public static Refusal PasskeyNeeded { get; } = new("passkey_needed", new(
        "Tài khoản này đăng nhập bằng khóa truy cập. Bấm “Đăng nhập bằng khóa truy cập”. Mất khóa: đề nghị quản trị thiết lập lại.",
        "This account signs in with a passkey. Choose “Sign in with a passkey”. Lost it: ask an administrator to set up anew."), RefusalKind.Invalid);

    public static Refusal PasskeyFailed { get; } = new("passkey_failed", new(
        "Khóa truy cập không được chấp nhận hoặc đã quá thời gian. Thử lại; nếu vẫn không được, dùng cách đăng nhập khác.",
        "The passkey was not accepted, or it took too long. Try again, or sign in another way."), RefusalKind.Invalid);

    public static Refusal LastWayIn { get; } = new("last_way_in", new(
        "Đây là cách đăng nhập cuối cùng của tài khoản. Thêm khóa khác, hoặc đặt mật khẩu và mã trên điện thoại trước khi bỏ.",
        "This is the last way into the account. Add another passkey, or a password with codes, before removing it."));

    public static Refusal TooManyTries { get; } = new("too_many_tries", new(
        "Có quá nhiều lần thử đăng nhập từ địa chỉ mạng này. Chờ một phút rồi thử lại.",
        "There were too many attempts to sign in from this network address. Wait a minute, then try again."), RefusalKind.TooMany);

    public static Refusal DemoOffLoopback(string url) => new("demo_off_loopback", new(
        $"Bản trình diễn có tài khoản không mật khẩu nên chỉ chạy trên chính máy này (127.0.0.1), không chạy ở {url}. Dùng lệnh serve để chạy thật.",
        $"The demonstration has accounts without passwords and runs on this machine alone (127.0.0.1), not at {url}. Use serve for the real thing."));

    public static Refusal CityUnknown { get; } = new("city_unknown", new(
        "Đăng nhập của thành phố đã nhận ra ông/bà, nhưng chưa có tài khoản nào ở đây được mời với địa chỉ thư (đã xác minh) đó, hoặc tài khoản đã đóng. Liên hệ quản trị để được mời.",
        "The city's sign-in knows you, but no account here was invited with that verified address, or it is closed. Ask an administrator for an invitation."), RefusalKind.Invalid);

    public static Refusal CityFailed { get; } = new("city_failed", new(
        "Đăng nhập của thành phố chưa hoàn tất hoặc đã bị hủy. Thử lại từ trang đăng nhập.", "The city's sign-in was not completed. Try again from the sign-in page."), RefusalKind.Invalid);

    public static Refusal NotASheet { get; } = new("not_a_sheet", new(
        "Tệp không phải Excel (.xlsx) hoặc đã hỏng. Mở bằng Excel, lưu lại dạng .xlsx rồi chọn lại.",
        "The file is no Excel workbook (.xlsx), or it is damaged. Open it in Excel, save it as .xlsx and choose it again."), RefusalKind.UnsupportedType, "file");

    public static Refusal SheetTooLarge { get; } = new("sheet_too_large", new(
        "Bảng quá lớn: tối đa 5.000 dòng, 5 MB. Tách thành nhiều tệp.", "The sheet is too large: at most 5,000 rows and 5 MB. Split it."), RefusalKind.TooLarge, "file");

    public static Refusal SheetEmpty { get; } = new("sheet_empty", new(
        "Bảng chưa có dòng nào dưới dòng tiêu đề.", "The sheet has no row under its headings."), RefusalKind.Invalid, "file");

    public static Refusal SheetHeadingsMissing(string headings) => new("sheet_headings_missing", new(
        $"Trang tính đầu tiên thiếu cột: {headings}. Dùng tệp mẫu và giữ nguyên dòng tiêu đề.",
        $"The first sheet lacks these columns: {headings}. Use the template and keep its row of headings."), RefusalKind.Invalid, "file");

    public static Refusal SignInSetUp { get; } = new("sign_in_set_up", new(
        "Người này đã thiết lập đăng nhập. Nếu quên mật khẩu, tự bấm “Quên mật khẩu” ở trang đăng nhập; liên kết chỉ gửi tới hộp thư của chính người đó.",
        "This person has set up a sign-in. Who forgot the password uses “Forgotten password” on the sign-in page; that link goes to the own mailbox alone."));

    public static Refusal UnitsChanged { get; } = new("units_changed", new(
        "Có người vừa thay đổi một trong các đơn vị này. Mở lại trang rồi thực hiện lại.",
        "Somebody has just changed one of these units. Open the page again and repeat."), RefusalKind.Stale);

    public static Refusal UnknownUnit(string field, string code) => new("unknown_unit", new(
        $"Không có đơn vị mã “{code}”. Chọn mã trong danh mục đơn vị.", $"There is no unit “{code}”. Choose a code of the list of units."), RefusalKind.Invalid, field);

    /// <summary>Unknown, used, expired: one answer for all.</summary>
    public static Refusal InvitationVoid { get; } = new("invitation_void", new(
        "Liên kết này đã dùng, đã hết hạn hoặc không đúng. Đề nghị quản trị gửi liên kết mới.",
        "This link was used, has expired or is wrong. Ask an administrator for a new one."), RefusalKind.NotFound);

    public static Refusal GrantToSelf { get; } = new("grant_to_self", new(
        "Không ai tự giao hoặc tự xác nhận quyền của mình. Đề nghị quản trị khác thực hiện.",
        "Nobody gives or confirms rights of the own account. Ask another administrator."), RefusalKind.Forbidden);

    public static Refusal SecondAdministratorNeeded { get; } = new("second_administrator_needed", new(
        "Cần một quản trị khác xác nhận đề nghị này.", "Another administrator has to do this."));

    public static Refusal TwoAdministratorsNeeded { get; } = new("two_administrators_needed", new(
        "Phải còn ít nhất hai quản trị. Giao quyền cho người mới trước.", "At least two administrators must remain. Give the right to somebody new first."));

    public static Refusal GrantExists { get; } = new("grant_exists", new(
        "Người này đã có hoặc đã được đề nghị quyền này.", "This person holds the right or was proposed for it already."));

    public static Refusal GrantSettled { get; } = new("grant_settled", new(
        "Quyền này đã được xác nhận hoặc đã kết thúc. Tải lại trang.", "This right was confirmed or ended already. Reload the page."));

    public static Refusal FileTooLarge(long most) => new("file_too_large", new(
        $"Tệp lớn hơn {most / 1048576} MB. Chia nhỏ hoặc nén ảnh trong tệp rồi tải lại.", $"The file is larger than {most / 1048576} MB. Split it, or compress its pictures."), RefusalKind.TooLarge, "file");

    public static Refusal FileEmpty { get; } = new("file_empty", new("Tệp rỗng hoặc chưa chọn tệp.", "The file is empty, or none was chosen."), RefusalKind.Invalid, "file");

    public static Refusal FileKindNotTaken(IReadOnlyList<string> endings) => new("file_kind_not_taken", new(
        $"Chỉ nhận tệp {string.Join(", ", endings)}, và nội dung phải đúng với đuôi tệp.", $"Only {string.Join(", ", endings)} are taken, and the content must be what the name says."), RefusalKind.UnsupportedType, "file");

    public static Refusal FileNameNotTaken { get; } = new("file_name_not_taken", new(
        "Tên tệp không dùng được: bỏ dấu gạch chéo, dấu < > : \" | ? *, ký tự ẩn; tối đa 200 ký tự.", "The file's name cannot be used: no slashes, < > : \" | ? *, hidden characters; at most 200 characters."), RefusalKind.Invalid, "file");

    public static Refusal FileBomb { get; } = new("file_bomb", new(
        "Tệp phình quá lớn khi mở nên bị từ chối. Lưu lại tệp bằng Word hoặc Excel rồi tải lên.", "Unpacked, the file would be far too large. Save it again in Word or Excel."), RefusalKind.TooLarge, "file");

    public static Refusal FileWithProgram { get; } = new("file_with_program", new(
        "Tệp có macro hoặc đối tượng nhúng. Lưu thành .docx, .xlsx không macro hoặc PDF rồi tải lên.", "The file holds macros or embedded objects. Save it without them, or as PDF."), RefusalKind.UnsupportedType, "file");

    public static Refusal EvidenceHandedIn { get; } = new("evidence_handed_in", new(
        "Tài liệu thuộc bản tự đánh giá đã nộp nên không bỏ được. Rút bản đã nộp trước (khi còn hạn), hoặc bổ sung tài liệu mới.", "This document is part of what was handed in. Withdraw the submission first (in time), or add a new document."));

    public static Refusal CouncilRuled { get; } = new("council_ruled", new(
        "Hội đồng đã kết luận về tiêu chí này; điểm không sửa được ở bước thẩm định.", "The council has ruled on this criterion; its points are not changed by appraisal any more."));

    public static Refusal AlreadyAsked { get; } = new("already_asked", new(
        "Đã có yêu cầu giải trình chưa trả lời cho tiêu chí này. Chờ đơn vị trả lời.", "A question on this criterion is still unanswered. Wait for the unit."));

    public static Refusal AlreadyAnswered { get; } = new("already_answered", new(
        "Yêu cầu này đã được trả lời. Nội dung trả lời không sửa được; cơ quan thẩm định có thể hỏi thêm.", "This question is answered. The answer stays; the appraiser may ask again."));

    public static Refusal NotAppraisedYet { get; } = new("not_appraised", new("Tiêu chí này chưa có điểm thẩm định.", "This criterion has not been appraised yet."));

    public static Refusal ComplaintOpen { get; } = new("complaint_open", new(
        "Tiêu chí này đã có một đề nghị chưa giải quyết. Chờ kết luận, hoặc rút đề nghị đó.", "There is an undecided claim on this criterion. Wait for the decision, or withdraw it."));

    public static Refusal ComplaintClosed { get; } = new("complaint_closed", new("Đề nghị này đã được giải quyết hoặc đã rút.", "This claim is decided or withdrawn."));

    /// <summary>Who scored first does not judge the claim against it.</summary>
    public static Refusal SecondReaderIsFirst { get; } = new("second_reader_is_first", new(
        "Ông/bà là người thẩm định lần đầu, nên không được giải quyết đề nghị này. Người khác của cơ quan chủ trì sẽ đọc lần hai.",
        "You gave the points this claim is about, so somebody else of the lead department has to read it."));

    public static Refusal CouncilTooSmall { get; } = new("council_too_small", new(
        "Hội đồng có chưa đến 2 thành viên có quyền biểu quyết. Cấp quyền cho thành viên trước.", "The council has fewer than two members with a vote. Grant the rights first."));

    public static Refusal NoQuorum(int present, int members) => new("no_quorum", new(
        $"Có {present} trên {members} thành viên dự họp: chưa quá nửa, phiên họp không mở được.", $"{present} of {members} members are present: not more than half, so the meeting cannot open."), Field: "present");

    public static Refusal CaseOnAgenda { get; } = new("case_on_agenda", new("Nội dung này đã có trong chương trình và chưa kết luận.", "This case is on an agenda already and has no ruling."));

    public static Refusal VotingClosed { get; } = new("voting_closed", new(
        "Nội dung này chưa mở hoặc đã đóng biểu quyết.", "Voting on this case is not open, or closed already."));

    public static Refusal MayNotVote { get; } = new("may_not_vote", new(
        "Ông/bà không có mặt trong phiên họp này, hoặc thuộc chính đơn vị đang được xem xét, nên không biểu quyết.", "You are not present in this meeting, or belong to the unit of the case, and may not vote."));

    public static Refusal CasesLeft(int count) => new("cases_left", new(
        $"Còn {count} nội dung chưa kết luận. Kết luận từng nội dung rồi kết thúc phiên họp.", $"{count} cases have no ruling. Rule on each, then close the meeting."));

    public static Refusal AlreadyInitialised { get; } = new("already_initialised", new(
        "Cơ sở dữ liệu này đã có quản trị. Việc thiết lập ban đầu chỉ làm một lần.", "This database has administrators already. It is set up only once."));
}

/// <summary>The rules say no; each door turns it, in one place, into a page, a problem or an exit code.</summary>
public sealed class RefusedException(Refusal refusal) : Exception($"{refusal.Code}: {refusal.Message.En}")
{
    public Refusal Refusal { get; } = refusal;
}
