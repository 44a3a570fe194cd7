using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Council;
using ParIndex.App.Cycles;
using ParIndex.App.Frameworks;
using ParIndex.App.Heads;
using ParIndex.App.Messages;
using ParIndex.App.Publication;
using ParIndex.App.Results;
using ParIndex.App.SelfAssessment;
using ParIndex.App.SurveyQuality;
using ParIndex.App.SurveyResults;
using ParIndex.App.Surveys;
using ParIndex.App.Units;
using ParIndex.Core;

namespace ParIndex.App.Storage;

/// <summary>
/// The database, the same model on SQLite and on PostgreSQL. Pages read it; only use cases write to it, with one save each. What is
/// noted with <see cref="Note"/> becomes lines of the journal in the same transaction as the rows it tells of.
/// </summary>
public abstract class IndexDb(DbContextOptions options)
    : IdentityUserContext<AccountRow, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, IdentityUserPasskey<Guid>>(options),
        IDataProtectionKeyContext
{
    /// <summary>Name of the filter that hides what is not out yet.</summary>
    private const string Out = "out";

    private readonly List<JournalNote> notes = [];
    private readonly List<Func<CancellationToken, Task>> removals = [];

    private DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>The clock that says which releases are out: the site's own where it has one.</summary>
    public TimeProvider Clock { get; set; } = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService(typeof(TimeProvider)) as TimeProvider ?? TimeProvider.System;

    // What is published: releases, and everything that belongs to them. All of these sets hold only what is out at this moment.
    public DbSet<ReleaseRow> Releases => Set<ReleaseRow>();

    /// <summary>Releases with drafts and those under embargo: for who makes them, never for the portal.</summary>
    public IQueryable<ReleaseRow> AllReleases => Releases.IgnoreQueryFilters([Out]);

    /// <summary>Rows of any release, out or not.</summary>
    public IQueryable<T> OfAnyRelease<T>()
        where T : class => Set<T>().IgnoreQueryFilters([Out]);

    public DbSet<StatementRow> Statements => Set<StatementRow>();

    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    public DbSet<SearchEntryRow> SearchEntries => Set<SearchEntryRow>();

    public DbSet<FrameworkRow> Frameworks => Set<FrameworkRow>();

    public DbSet<CriterionRow> Criteria => Set<CriterionRow>();

    public DbSet<GroupRow> Groups => Set<GroupRow>();

    public DbSet<UnitRow> Units => Set<UnitRow>();

    public DbSet<UnitResultRow> UnitResults => Set<UnitResultRow>();

    public DbSet<PartResultRow> PartResults => Set<PartResultRow>();

    public DbSet<LeafResultRow> LeafResults => Set<LeafResultRow>();

    public DbSet<SatisfactionRow> Satisfaction => Set<SatisfactionRow>();

    public DbSet<FormSignsRow> FormSigns => Set<FormSignsRow>();

    public DbSet<HeadRow> Heads => Set<HeadRow>();

    public DbSet<EarlyReaderRow> EarlyReaders => Set<EarlyReaderRow>();

    public DbSet<EarlyViewRow> EarlyViews => Set<EarlyViewRow>();

    // People.
    public DbSet<MembershipRow> Memberships => Set<MembershipRow>();

    public DbSet<GrantRow> Grants => Set<GrantRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<SecurityEventRow> SecurityEvents => Set<SecurityEventRow>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    // Organisation and cycles.
    public DbSet<OrgUnitRow> OrgUnits => Set<OrgUnitRow>();

    public DbSet<OrgNameRow> OrgNames => Set<OrgNameRow>();

    public DbSet<LineageRow> Lineage => Set<LineageRow>();

    public DbSet<CycleRow> Cycles => Set<CycleRow>();

    public DbSet<PhaseRow> Phases => Set<PhaseRow>();

    public DbSet<ExtensionRow> Extensions => Set<ExtensionRow>();

    public DbSet<ReopeningRow> Reopenings => Set<ReopeningRow>();

    public DbSet<CycleFrameworkRow> CycleFrameworks => Set<CycleFrameworkRow>();

    public DbSet<CycleUnitRow> CycleUnits => Set<CycleUnitRow>();

    public DbSet<ApplicabilityRow> Applicability => Set<ApplicabilityRow>();

    public DbSet<AssignmentRow> Assignments => Set<AssignmentRow>();

    public DbSet<CycleFileRow> CycleFiles => Set<CycleFileRow>();

    // Self-assessment.
    public DbSet<EntryRow> Entries => Set<EntryRow>();

    public DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();

    public DbSet<EvidenceFileRow> EvidenceFiles => Set<EvidenceFileRow>();

    public DbSet<EvidenceUseRow> EvidenceUses => Set<EvidenceUseRow>();

    public DbSet<UploadRow> Uploads => Set<UploadRow>();

    public DbSet<SubmissionRow> Submissions => Set<SubmissionRow>();

    public DbSet<InitiativeRow> Initiatives => Set<InitiativeRow>();

    // Appraisal and council.
    public DbSet<ActRow> Acts => Set<ActRow>();

    public DbSet<ExplanationRow> Explanations => Set<ExplanationRow>();

    public DbSet<ComplaintRow> Complaints => Set<ComplaintRow>();

    public DbSet<RecusalRow> Recusals => Set<RecusalRow>();

    public DbSet<FollowUpRow> FollowUps => Set<FollowUpRow>();

    public DbSet<MeetingRow> Meetings => Set<MeetingRow>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<VoteRow> Votes => Set<VoteRow>();

    // Survey campaigns.
    public DbSet<CampaignRow> Campaigns => Set<CampaignRow>();

    public DbSet<TokenRow> SurveyTokens => Set<TokenRow>();

    public DbSet<PendingResponseRow> PendingResponses => Set<PendingResponseRow>();

    public DbSet<ResponseRow> Responses => Set<ResponseRow>();

    public DbSet<SealRow> Seals => Set<SealRow>();

    public DbSet<DecisionOnResponseRow> ResponseDecisions => Set<DecisionOnResponseRow>();

    public DbSet<FrameEntryRow> FrameEntries => Set<FrameEntryRow>();

    public DbSet<SamplePlanRow> SamplePlans => Set<SamplePlanRow>();

    public DbSet<SampleCaseRow> SampleCases => Set<SampleCaseRow>();

    public DbSet<ContactRow> Contacts => Set<ContactRow>();

    public DbSet<TokenLinkRow> TokenLinks => Set<TokenLinkRow>();

    public DbSet<RetentionRow> Retentions => Set<RetentionRow>();

    public DbSet<QuestionnaireDraftRow> QuestionnaireDrafts => Set<QuestionnaireDraftRow>();

    public DbSet<DeviceRow> Devices => Set<DeviceRow>();

    public DbSet<OpenMarkRow> OpenMarks => Set<OpenMarkRow>();

    public DbSet<PaperFormRow> PaperForms => Set<PaperFormRow>();

    public DbSet<PrivacyRequestRow> PrivacyRequests => Set<PrivacyRequestRow>();

    // Classification of heads.
    public DbSet<HeadPostRow> HeadPosts => Set<HeadPostRow>();

    public DbSet<HeadFactRow> HeadFacts => Set<HeadFactRow>();

    public DbSet<ClassificationRow> Classifications => Set<ClassificationRow>();

    public DbSet<HeadCaseRow> HeadCases => Set<HeadCaseRow>();
    // Results of surveys.
    public DbSet<SurveyResultRow> SurveyResults => Set<SurveyResultRow>();

    public DbSet<SurveyFeedRow> SurveyFeeds => Set<SurveyFeedRow>();

    public DbSet<CallBackRow> CallBacks => Set<CallBackRow>();

    // Runs, messages, the journal.
    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<RunUnitRow> RunUnits => Set<RunUnitRow>();

    public DbSet<NoticeRow> Notices => Set<NoticeRow>();

    public DbSet<MailRow> Mails => Set<MailRow>();

    public DbSet<JournalLineRow> JournalLines => Set<JournalLineRow>();

    public DbSet<JournalHeadRow> JournalHeads => Set<JournalHeadRow>();

    public DbSet<JournalPayloadRow> JournalPayloads => Set<JournalPayloadRow>();

    public DbSet<CheckpointRow> Checkpoints => Set<CheckpointRow>();

    public DbSet<InstanceRow> Instance => Set<InstanceRow>();

    /// <summary>Notes an act: it becomes a line of the journal when the change is saved, or never.</summary>
    public void Note(JournalNote note) => notes.Add(note);

    /// <summary>Rows that go by the thousand and of which no line of the journal tells one by one: gone in the transaction of the next save, after what it writes.</summary>
    internal void RemoveAll<T>(IQueryable<T> rows) => removals.Add(cancel => rows.ExecuteDeleteAsync(cancel));

    /// <summary>The number of the last line this context wrote to the journal; null: none. Receipts are given for it.</summary>
    public long? JournalledTo { get; private set; }

    /// <summary>For libraries that cannot wait (keys of data protection); use cases save with <see cref="SaveChangesAsync(bool, CancellationToken)"/>.</summary>
    public sealed override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (notes.Count > 0) throw new NotSupportedException("Lines of the journal are written by SaveChangesAsync.");
        using var turn = TurnAsync(CancellationToken.None).GetAwaiter().GetResult();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>Saves the rows and the lines of the journal that tell of them in one transaction.</summary>
    public sealed override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = await TurnAsync(cancellationToken);
        var rows = JournalledRows.Changed(this);
        if (notes.Count == 0 && rows.Count == 0 && removals.Count == 0) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var head = await LockHeadAsync(JournalWriting.Stream, cancellationToken);
        var instance = await JournalInstance.ReadAsync(this, cancellationToken);
        if (instance.Alarm is not null && !notes.All(IntegrityActs.IsOne)) throw new RefusedException(Refusal.IntegrityAlarm);
        long? last = notes.Count > 0 ? JournalWriting.Append(this, head, instance.Key, notes, rows) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        foreach (var remove in removals) await remove(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Work.Meters.Lines.Add(notes.Count);
        notes.Clear();
        removals.Clear();
        JournalledTo = last ?? JournalledTo;
        return saved;
    }

    /// <summary>
    /// Statements of one's own in one transaction, in turn with every other writer: for forms that arrive by the hundred, of which the
    /// journal tells only in batches.
    /// </summary>
    internal async Task WriteAsync(Func<System.Data.Common.DbConnection, System.Data.Common.DbTransaction, Task> write, CancellationToken cancel)
    {
        using var turn = await TurnAsync(cancel);
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        await write(Database.GetDbConnection(), Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction));
        await transaction.CommitAsync(cancel);
    }

    /// <summary>What can be found by all of these folded words, the last one as a beginning; words with blanks in them stand together.</summary>
    internal abstract IQueryable<SearchEntryRow> Matching(IReadOnlyList<string> words);

    /// <summary>A transaction that reads one moment of the whole database and holds up nobody who writes.</summary>
    internal abstract Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> MomentAsync(CancellationToken cancel);

    /// <summary>After rows were moved away: what the engine still holds of them in their order of arrival is written over.</summary>
    internal abstract Task SweepAsync(CancellationToken cancel);

    /// <summary>The turn to write, where the engine takes one writer at a time; given back when disposed.</summary>
    protected abstract Task<IDisposable?> TurnAsync(CancellationToken cancel);

    /// <summary>The head of a stream of the journal, locked until the transaction ends; null: the stream is empty.</summary>
    protected abstract Task<JournalHeadRow?> LockHeadAsync(string stream, CancellationToken cancel);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<ReleaseRow>().HasQueryFilter(Out, release => release.PublishedAt <= Now);
        Hide<StatementRow>(builder);
        Hide<DocumentRow>(builder);
        Hide<FrameworkRow>(builder);
        Hide<CriterionRow>(builder);
        Hide<GroupRow>(builder);
        Hide<UnitRow>(builder);
        Hide<UnitResultRow>(builder);
        Hide<PartResultRow>(builder);
        Hide<LeafResultRow>(builder);
        Hide<SatisfactionRow>(builder);
        Hide<FormSignsRow>(builder);
        Hide<HeadRow>(builder);
        Hide<SearchEntryRow>(builder);
        // Identity maps passkeys only where its options ask for the third version of its tables; migrations are made without them.
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.HasKey(row => row.CredentialId);
            passkey.ToTable("AspNetUserPasskeys");
            passkey.Property(row => row.CredentialId).HasMaxLength(1024);
            passkey.OwnsOne(row => row.Data).ToJson();
            passkey.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.UserId).IsRequired();
        });
    }

    /// <summary>What belongs to a release is hidden with it, whichever way a query comes to it.</summary>
    private void Hide<T>(ModelBuilder builder)
        where T : class => builder.Entity<T>().HasQueryFilter(Out,
            row => Set<ReleaseRow>().Where(release => release.PublishedAt <= Now).Select(release => release.Id).Contains(EF.Property<int>(row, nameof(DocumentRow.ReleaseId))));

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<decimal>().HaveConversion<TenThousandths>();
        configurationBuilder.Properties<Points>().HaveConversion<PointsAsWhole>();
        configurationBuilder.Properties<Text>().HaveConversion<JsonText<Text>>();
        configurationBuilder.Properties<List<Text>>().HaveConversion<JsonText<List<Text>>>();
        configurationBuilder.Properties<List<string>>().HaveConversion<JsonText<List<string>>>();
        configurationBuilder.Properties<List<Guid>>().HaveConversion<JsonText<List<Guid>>>();
        configurationBuilder.Properties<List<long?>>().HaveConversion<JsonText<List<long?>>>();
        configurationBuilder.Properties<List<EnteredInput>>().HaveConversion<JsonText<List<EnteredInput>>>();
        configurationBuilder.Properties<List<Core.Computation.AreaMean>>().HaveConversion<JsonText<List<Core.Computation.AreaMean>>>();
        configurationBuilder.Properties<List<GradeTally>>().HaveConversion<JsonText<List<GradeTally>>>();
        configurationBuilder.Properties<List<Core.Frameworks.Band>>().HaveConversion<JsonText<List<Core.Frameworks.Band>>>();
        configurationBuilder.Properties<List<Core.Scoring.WorkingStep>>().HaveConversion<JsonText<List<Core.Scoring.WorkingStep>>>();
        configurationBuilder.Properties<List<InputShown>>().HaveConversion<JsonText<List<InputShown>>>();
        configurationBuilder.Properties<List<ActShown>>().HaveConversion<JsonText<List<ActShown>>>();
        configurationBuilder.Properties<List<Core.Heads.HeadStep>>().HaveConversion<JsonText<List<Core.Heads.HeadStep>>>();
        configurationBuilder.Properties<List<StepShown>>().HaveConversion<JsonText<List<StepShown>>>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }
}
