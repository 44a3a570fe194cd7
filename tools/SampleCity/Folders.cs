namespace ParIndex.SampleCity;

/// <summary>Every file of the three cycles, as text: written by the program, compared with the committed ones by a test.</summary>
public static class Folders
{
    public static IEnumerable<(string Path, string Text)> Files(string root)
    {
        const string now = "cycles/hai-phong-2021", before = "cycles/hai-phong-2020";
        var folder = Path.Combine(root, now);
        var departments = SampleJson.Framework(Path.Combine(folder, Frameworks.Departments));
        var districts = SampleJson.Framework(Path.Combine(folder, Frameworks.Districts));
        foreach (var (file, text) in new City2021(departments, districts, SipasSurvey.Year2021).Files()) yield return ($"{now}/{file}", text);
        yield return ($"{now}/cycle.json", SampleJson.Of(CycleFacts.Year2021));
        yield return ($"{now}/survey.json", SampleJson.Of(SipasSurvey.Year2021));
        yield return ($"{now}/README.md", ReadmeText.Year2021);

        var units = UnitPlan.Read();
        yield return ($"{before}/cycle.json", SampleJson.Of(CycleFacts.Year2020));
        yield return ($"{before}/units.csv", UnitList.Csv(units, plan => plan.IsDepartment ? "so" : "quan-huyen"));
        yield return ($"{before}/totals.csv", UnitList.Totals(units));
        yield return ($"{before}/survey.json", SampleJson.Of(SipasSurvey.Year2021));
        yield return ($"{before}/README.md", ReadmeText.Year2020);

        const string later = "cycles/hai-phong-2025";
        yield return ($"{later}/cycle.json", SampleJson.Of(CycleFacts.Year2025));
        foreach (var (file, text) in City2025.Files()) yield return ($"{later}/{file}", text);
        yield return ($"{later}/README.md", ReadmeText.Year2025);
    }

    /// <summary>The folder above that holds the solution.</summary>
    public static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "ParIndex.slnx"))) return at.FullName;
        throw new DirectoryNotFoundException("Run it from the repository, or name its root.");
    }
}
