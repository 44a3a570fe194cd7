using Microsoft.EntityFrameworkCore;
using ParIndex.App.Frameworks;
using ParIndex.App.Heads;
using ParIndex.App.Publication;
using ParIndex.App.Results;
using ParIndex.App.Surveys;
using ParIndex.App.Units;
using ParIndex.Core;

namespace ParIndex.App.Storage;

/// <summary>The database. Pages read it; only use cases write to it.</summary>
public sealed class IndexDb(DbContextOptions<IndexDb> options) : DbContext(options)
{
    public DbSet<ReleaseRow> Releases => Set<ReleaseRow>();

    public DbSet<StatementRow> Statements => Set<StatementRow>();

    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    public DbSet<FrameworkRow> Frameworks => Set<FrameworkRow>();

    public DbSet<CriterionRow> Criteria => Set<CriterionRow>();

    public DbSet<GroupRow> Groups => Set<GroupRow>();

    public DbSet<UnitRow> Units => Set<UnitRow>();

    public DbSet<UnitResultRow> UnitResults => Set<UnitResultRow>();

    public DbSet<PartResultRow> PartResults => Set<PartResultRow>();

    public DbSet<LeafResultRow> LeafResults => Set<LeafResultRow>();

    public DbSet<SatisfactionRow> Satisfaction => Set<SatisfactionRow>();

    public DbSet<HeadRow> Heads => Set<HeadRow>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HaveConversion<TenThousandths>();
        configurationBuilder.Properties<Points>().HaveConversion<PointsAsWhole>();
        configurationBuilder.Properties<Text>().HaveConversion<JsonText<Text>>();
        configurationBuilder.Properties<List<Text>>().HaveConversion<JsonText<List<Text>>>();
        configurationBuilder.Properties<List<string>>().HaveConversion<JsonText<List<string>>>();
        configurationBuilder.Properties<List<Core.Computation.AreaMean>>().HaveConversion<JsonText<List<Core.Computation.AreaMean>>>();
        configurationBuilder.Properties<List<GradeTally>>().HaveConversion<JsonText<List<GradeTally>>>();
        configurationBuilder.Properties<List<Core.Frameworks.Band>>().HaveConversion<JsonText<List<Core.Frameworks.Band>>>();
        configurationBuilder.Properties<List<Core.Scoring.WorkingStep>>().HaveConversion<JsonText<List<Core.Scoring.WorkingStep>>>();
        configurationBuilder.Properties<List<InputShown>>().HaveConversion<JsonText<List<InputShown>>>();
        configurationBuilder.Properties<List<ActShown>>().HaveConversion<JsonText<List<ActShown>>>();
        configurationBuilder.Properties<List<StepShown>>().HaveConversion<JsonText<List<StepShown>>>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }
}
