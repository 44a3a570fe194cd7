using ParIndex.Core;
using ParIndex.Core.Cycles;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>cycle.json: its form, and that its parts name each other rightly.</summary>
internal static class CycleJson
{
    public static Cycle? Read(FolderReading folder) => folder.Json(CycleFiles.Cycle, Read);

    public static Cycle? Read(byte[] bytes, FileFindings findings)
    {
        if (HandwrittenJson.Read<Cycle>(bytes, findings) is not { } cycle) return null;
        Check(cycle, new(bytes, findings));
        return cycle;
    }

    private static void Check(Cycle cycle, JsonPlaces places)
    {
        if (cycle.Year is < 1990 or > 2100) places.Add("C030", "year", CycleText.YearOut(cycle.Year));
        if (cycle.Decision is { } decision && decision.Date.Year < cycle.Year) places.Add("C044", "decision", CycleText.DecisionBeforeYear(cycle.Year));
        if (cycle.Groups.Count == 0) places.Add("C031", "groups", CycleText.NoGroups);
        Codes("groups", cycle.Groups.Select(group => group.Code));
        Codes("stages", cycle.Stages.Select(stage => stage.Code));
        Codes("blocks", cycle.Blocks.Select(block => block.Code));
        var groups = cycle.Groups.Select(group => group.Code).ToList();
        foreach (var unknown in cycle.Blocks.SelectMany(block => block.Groups).Distinct().Where(code => !groups.Contains(code)))
            places.Add("C033", "blocks", CycleText.UnknownGroup(unknown, groups));

        void Codes(string what, IEnumerable<string> codes)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var code in codes)
            {
                if (!UnitCode.TryParse(code, out _)) places.Add("C012", what, TableText.NotACode(code));
                if (!seen.Add(code)) places.Add("C032", what, CycleText.CodeTwice(what, code));
            }
        }
    }
}
