using System.Reflection;
using ParIndex.Testing;
using Xunit.Sdk;
using Xunit.v3;

namespace ParIndex.App.Tests;

/// <summary>Runs the test on SQLite and on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BothEnginesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow<Engine>(Engine.Sqlite), new TheoryDataRow<Engine>(Engine.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
