using System.Reflection;
using System.Text.Json.Serialization;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.OpenData;

/// <summary>framework.csv: every line of the frameworks in use, with its rule in words.</summary>
internal static class FrameworkTable
{
    /// <summary>Names of the kinds of rule, as framework files have them.</summary>
    private static readonly Dictionary<Type, string> Kinds = typeof(ScoringRule).GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
        .ToDictionary(one => one.DerivedType, one => (string)one.TypeDiscriminator!);

    public static void Write(CsvWriter csv, CycleInput input)
    {
        foreach (var framework in input.Frameworks.Values.DistinctBy(one => (one.Code, one.Version)).OrderBy(one => one.Code, StringComparer.Ordinal).ThenBy(one => one.Version, StringComparer.Ordinal))
            foreach (var area in framework.Areas)
            {
                Line("area", area.Code, null, area.Name, area.Max, area.Source, null);
                foreach (var criterion in area.Criteria)
                {
                    if (criterion.Scored is { } scored)
                    {
                        Line("leaf", scored.Code, area.Code, scored.Name, scored.Max, scored.Source, scored);
                        continue;
                    }

                    Line("criterion", criterion.Code, area.Code, criterion.Name, criterion.Max, null, null);
                    foreach (var leaf in criterion.SubCriteria) Line("leaf", leaf.Code, criterion.Code, leaf.Name, leaf.Max, leaf.Source, leaf);
                }

                void Line(string level, CriterionCode code, CriterionCode? parent, Text name, Points max, string? source, Leaf? leaf)
                {
                    var cited = framework.Sources.FirstOrDefault(known => known.Key == source);
                    csv.Text(framework.Code).Text(framework.Version).Text(level).Text(code.Value).Text(parent?.Value).Text(area.Code.Value).Words(name).Points(max)
                        .Text(leaf is null ? null : Kinds[leaf.Rule.GetType()]).Words(leaf?.Rule.InWords(leaf.Max)).Words(cited?.Citation).YesNo(cited?.Illustrative ?? false).End();
                }
            }
    }
}
