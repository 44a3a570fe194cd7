using System.Text.Json.Nodes;
using ParIndex.Documents.Cycles;
using ParIndex.Testing;

namespace ParIndex.Documents.Tests.Cycles;

public class CycleSchemaTests
{
    private static readonly string Published = Repository.Path("docs", "schema", "cycle.schema.json");

    /// <summary>A schema that is not there yet is written, and the test fails once: look at it, then commit it.</summary>
    [Fact]
    public void The_published_schema_is_that_of_the_records()
    {
        if (!File.Exists(Published))
        {
            File.WriteAllText(Published, CycleSchema.Write());
            Assert.Fail($"{Published} was written. Look at it and commit it.");
        }

        Assert.Equal(File.ReadAllText(Published), CycleSchema.Write());
    }

    [Fact]
    public void It_requires_what_must_be_there_and_knows_nothing_else()
    {
        var schema = JsonNode.Parse(CycleSchema.Write())!;
        Assert.Equal(["code", "place", "year", "groups", "stages"], schema["required"]!.AsArray().Select(name => (string)name!));
        Assert.False((bool)schema["additionalProperties"]!);
        Assert.Equal(
            ["self", "appraisal", "explanation", "council"],
            schema["properties"]!["stages"]!["items"]!["properties"]!["kind"]!["enum"]!.AsArray().Select(name => (string)name!));
    }
}
