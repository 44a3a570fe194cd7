using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Frameworks;

public class FrameworkSchemaTests
{
    private static readonly string Published = Repository.Path("docs", "schema", "framework.schema.json");

    [Fact]
    public void The_published_schema_is_that_of_the_records() => Assert.Equal(FrameworkSchema.Write(), File.ReadAllText(Published));

    [Fact]
    public void It_names_every_kind_of_rule()
    {
        var text = File.ReadAllText(Published);

        foreach (var kind in typeof(ScoringRule).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>())
            Assert.Contains($"\"const\": \"{kind.TypeDiscriminator}\"", text);
    }

    [Fact]
    public void It_requires_what_must_be_there_and_knows_nothing_else()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Published))!;

        Assert.Equal(["code", "version", "name", "unitKinds", "total", "basis", "areas"], schema["required"]!.AsArray().Select(name => (string)name!));
        Assert.False((bool)schema["additionalProperties"]!);
        Assert.Equal("number", (string)schema["properties"]!["total"]!["type"]!);
        Assert.Equal(["number", "null"], schema["properties"]!["adjustments"]!["properties"]!["bonusCap"]!["type"]!.AsArray().Select(name => (string)name!));
    }
}
