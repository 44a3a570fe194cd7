using System.Buffers.Text;
using System.Globalization;
using System.Text;
using ParIndex.Core;
using ParIndex.Documents.Tables;
using ParIndex.Statistics.Estimation;

namespace ParIndex.Documents.SurveyReports;

/// <summary>One pass over a survey file, row by row: every form into sums and signs, every mistake with its file, line and column.</summary>
internal sealed class SurveyFile
{
    private const int MostFindings = 50;
    private readonly SurveyDesign design;
    private readonly string shown;
    private readonly bool lines;
    private readonly List<Finding> findings = [];
    private readonly Dictionary<(int Stratum, int Cluster), int> units = [];
    private readonly Dictionary<int, int> home = [];
    private readonly HashSet<string> known;
    private readonly List<Draw> draws = [];
    private string[] header = [];

    private readonly record struct Draw(int Unit, int Stratum, bool OfClusters, double Population, double People, int Line);

    /// <param name="design">The design.</param>
    /// <param name="shown">The file's name for a person.</param>
    /// <param name="lines">True: places are lines of a CSV; false: rows of a Parquet file.</param>
    public SurveyFile(SurveyDesign design, string shown, bool lines)
    {
        (this.design, this.shown, this.lines) = (design, shown, lines);
        known = new HashSet<string>(design.Strata, StringComparer.Ordinal);
        Sums = new(design.Items.Count, design.HighestLevel, design.SatisfiedFrom);
        Signs = new(design);
        NotAnswers = new long[design.Items.Count];
    }

    /// <summary>Cells of each item with a code that is no answer ("does not know", refused, two marks), and empty ones.</summary>
    public long[] NotAnswers { get; }

    public SurveySums Sums { get; }

    public QualitySigns Signs { get; }

    public CodeList Strata { get; } = new();

    public CodeList Clusters { get; } = new();

    /// <summary>Domain 0 is the whole; then every value of every domain column as it came.</summary>
    public List<(string Column, string Value)> Domains { get; } = [("", "")];

    public IReadOnlyList<Finding> Findings => findings;

    public void Read(Stream stream)
    {
        using var scanner = new CsvScanner(stream, null);
        if (scanner.Next() != RowState.Row)
        {
            Report("V002", 1, null, SurveyText.Empty);
            return;
        }

        var names = Enumerable.Range(0, scanner.Count).Select(i => Encoding.UTF8.GetString(scanner.Cell(i))).ToList();
        var at = new Places(this, names);
        if (findings.Count > 0) return;
        var answers = new byte[design.Items.Count];
        var values = design.Domains.Select(_ => new CodeList()).ToArray();
        var numbers = design.Domains.Select(_ => new List<int>()).ToArray();
        var domains = new int[design.Domains.Count + 1];
        while (findings.Count < MostFindings)
        {
            var state = scanner.Next();
            if (state == RowState.End) break;
            if (state == RowState.Broken || !scanner.ValidUtf8)
            {
                Report("V003", scanner.Line, null, SurveyText.Broken);
                continue;
            }

            if (scanner.Count != names.Count)
            {
                Report("V003", scanner.Line, null, SurveyText.Columns(scanner.Count, names.Count));
                continue;
            }

            var good = true;
            var weight = at.Weight < 0 ? 1 : Number(scanner, at.Weight, "V005", SurveyText.Weight, ref good);
            for (var q = 0; q < answers.Length; q++) answers[q] = Answer(scanner, q, at.Items[q], ref good);
            for (var d = 0; d < values.Length; d++)
            {
                var cell = scanner.Cell(at.Domains[d]);
                var number = values[d].Of(cell);
                if (number == numbers[d].Count)
                {
                    numbers[d].Add(Domains.Count);
                    Domains.Add((design.Domains[d], values[d][number]));
                }

                domains[d + 1] = numbers[d][number];
            }

            var unit = Unit(scanner, at, ref good);
            good &= Signs.Add(scanner, at, answers, this);
            if (good) Sums.Add(unit, domains, weight, answers);
        }

        if (findings.Count == 0 && Sums.Forms == 0) Report("V002", 1, null, SurveyText.Empty);
        else if (findings.Count == 0) CheckPopulations();
    }

    // More drawn than there are cannot be: said where the stratum or cluster first stands.
    private void CheckPopulations()
    {
        foreach (var stratum in draws.Where(draw => draw.OfClusters).GroupBy(draw => draw.Stratum))
        {
            var (first, drawn) = (stratum.First(), stratum.Count());
            if (drawn > first.Population)
                Report("V012", first.Line, design.Population, SurveyText.PopulationTooSmall(first.Population.ToString(CultureInfo.InvariantCulture), drawn));
        }

        foreach (var draw in draws)
        {
            var (people, column) = draw.OfClusters ? (draw.People, design.ClusterPopulation) : (draw.Population, design.Population);
            if (Sums.FormsOf(draw.Unit) > people)
                Report("V012", draw.Line, column, SurveyText.PopulationTooSmall(people.ToString(CultureInfo.InvariantCulture), Sums.FormsOf(draw.Unit)));
        }
    }

    public void Report(string code, int line, string? column, Text message) =>
        findings.Add(new(code, $"{shown}:{(lines ? line : line - 1)}{(column is null ? "" : $":{column}")}", message));

    private double Number(CsvScanner row, int column, string code, Func<string, Text> message, ref bool good)
    {
        var cell = row.Cell(column);
        if (Utf8Parser.TryParse(cell, out double value, out var used) && used == cell.Length && value > 0 && double.IsFinite(value)) return value;
        Report(code, row.LineOf(column), header[column], message(Encoding.UTF8.GetString(cell)));
        good = false;
        return 1;
    }

    private byte Answer(CsvScanner row, int item, int column, ref bool good)
    {
        var cell = row.Cell(column);
        if (cell.Length == 1 && cell[0] >= '1' && cell[0] - '0' <= design.HighestLevel) return (byte)(cell[0] - '0');
        if (cell.IsEmpty || cell.SequenceEqual("NA"u8)) return 0;
        if (Utf8Parser.TryParse(cell, out int code, out var used) && used == cell.Length && design.NotAnswers.Contains(code))
        {
            NotAnswers[item]++;
            return 0;
        }

        Report("V006", row.LineOf(column), header[column], SurveyText.Answer(Encoding.UTF8.GetString(cell), design.HighestLevel));
        good = false;
        return 0;
    }

    private int Unit(CsvScanner row, Places at, ref bool good)
    {
        var stratum = 0;
        if (at.Stratum >= 0)
        {
            var cell = row.Cell(at.Stratum);
            if (cell.IsEmpty) Say(at.Stratum, "V007", SurveyText.NoValue("stratum"), ref good);
            stratum = Strata.Of(cell);
            if (known.Count > 0 && !cell.IsEmpty && !known.Contains(Strata[stratum])) Say(at.Stratum, "V008", SurveyText.UnknownStratum(Strata[stratum]), ref good);
        }

        var cluster = -1;
        if (at.Cluster >= 0)
        {
            var cell = row.Cell(at.Cluster);
            if (cell.IsEmpty) Say(at.Cluster, "V007", SurveyText.NoValue("cluster"), ref good);
            cluster = Clusters.Of(cell);
            if (!home.TryAdd(cluster, stratum) && home[cluster] != stratum) Say(at.Cluster, "V009", SurveyText.ClusterTwice(Clusters[cluster], Strata[home[cluster]]), ref good);
        }

        if (units.TryGetValue((stratum, cluster), out var unit)) return unit;
        var first = at.Population < 0 ? double.PositiveInfinity : Number(row, at.Population, "V010", SurveyText.Population, ref good);
        var people = at.ClusterPopulation < 0 ? double.PositiveInfinity : Number(row, at.ClusterPopulation, "V010", SurveyText.Population, ref good);
        unit = cluster < 0 ? Sums.AddUnit(stratum, true, forms: first) : Sums.AddUnit(stratum, false, first, people);
        draws.Add(new(unit, stratum, cluster >= 0, first, people, row.Line));
        return units[(stratum, cluster)] = unit;

        void Say(int column, string code, Text message, ref bool fine)
        {
            Report(code, row.LineOf(column), header[column], message);
            fine = false;
        }
    }

    /// <summary>Where the design's columns stand in the file; −1: the design has none.</summary>
    internal sealed class Places
    {
        public Places(SurveyFile file, List<string> names)
        {
            var design = file.design;
            file.header = [.. names];
            Form = Of(design.Form, "mã phiếu / form code");
            Stratum = Of(design.Stratum, "tầng / stratum");
            Cluster = Of(design.Cluster, "cụm / cluster");
            Weight = Of(design.Weight, "quyền số / weight");
            Population = Of(design.Population, "quy mô / population");
            ClusterPopulation = Of(design.ClusterPopulation, "quy mô cụm / size of cluster");
            Interviewer = Of(design.Interviewer, "điều tra viên / interviewer");
            Seconds = Of(design.Seconds, "thời gian / time");
            Point = Of(design.Point ?? (design.Domains.Count > 0 ? design.Domains[0] : null), "điểm phục vụ / place of service");
            Items = [.. design.Items.Select(item => Of(item.Code, "mục hỏi / item"))];
            Domains = [.. design.Domains.Select(domain => Of(domain, "nhóm / domain"))];

            int Of(string? name, string what)
            {
                if (name is null) return -1;
                var at = names.IndexOf(name);
                if (at < 0) file.Report("V004", file.lines ? 1 : 2, null, SurveyText.NoColumn(name, what));
                return at;
            }
        }

        public int Form { get; }

        public int Stratum { get; }

        public int Cluster { get; }

        public int Weight { get; }

        public int Population { get; }

        public int ClusterPopulation { get; }

        public int Interviewer { get; }

        public int Seconds { get; }

        public int Point { get; }

        public int[] Items { get; }

        public int[] Domains { get; }
    }
}
