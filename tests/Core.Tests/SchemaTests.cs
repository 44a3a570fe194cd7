using ParIndex.Core.Heads;
using ParIndex.Core.Surveys;
using ParIndex.Testing;

namespace ParIndex.Core.Tests;

public class SchemaTests
{
    public static TheoryData<string, string> Schemas => new()
    {
        { "heads.schema.json", HeadsJson.Schema() },
        { "survey.schema.json", SurveyJson.Schema() },
        { "questionnaire.schema.json", ParIndex.Core.Questionnaires.QuestionnaireJson.Schema() },
    };

    /// <summary>A schema that is not there yet is written, and the test fails once: look at it, then commit it.</summary>
    [Theory]
    [MemberData(nameof(Schemas))]
    public void The_published_schema_is_that_of_the_reader(string file, string schema)
    {
        var path = Repository.Path("docs", "schema", file);
        if (!File.Exists(path))
        {
            File.WriteAllText(path, schema);
            Assert.Fail($"{path} was written. Look at it and commit it.");
        }

        Assert.Equal(File.ReadAllText(path), schema);
    }
}
