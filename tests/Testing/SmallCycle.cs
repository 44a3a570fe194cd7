using System.Text;

namespace ParIndex.Testing;

/// <summary>A valid cycle folder of three units and four leaves; a test changes only what matters to it.</summary>
public sealed class SmallCycle : IDisposable
{
    public SmallCycle()
    {
        Folder = Directory.CreateTempSubdirectory("parindex-cycle-").FullName;
        foreach (var (name, text) in Files) Write(name, text);
    }

    public string Folder { get; }

    /// <summary>Adds posts, facts and the rules of 2021: SNV (88.50) runs the classification; STC has 80.50, STP 75.24.</summary>
    public void AddHeads()
    {
        File.Copy(Repository.Path("frameworks", "heads-2021.json"), Path.Combine(Folder, "heads-rules.json"));
        Write("cycle.json", Files["cycle.json"].Replace(
            "\"notice\"", """
                "heads": { "rules": "heads-rules.json", "profile": "city_2021_like", "published": true, "standingAgency": "SNV" },
                "notice"
                """, StringComparison.Ordinal));
        Write("heads.csv", """
            head,unit,post_vi,post_en,from,to,plan_task_rate,head_disciplined,self_report_submitted
            H1,SNV,Giám đốc Sở Nội vụ,Director of Home Affairs,,,100,no,yes
            H2,STC,Giám đốc Sở Tài chính,Director of Finance,,,100,no,yes
            H3,STP,Giám đốc Sở Tư pháp,Director of Justice,,,100,no,yes

            """);
    }

    /// <summary>The files of the folder as text.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["framework.json"] = """
            {
              "code": "SMALL", "version": "1", "name": { "vi": "Bộ chỉ số nhỏ", "en": "Small framework" }, "unitKinds": ["department"], "total": 10,
              "basis": { "vi": "Ví dụ", "en": "Example" }, "illustrative": true,
              "sources": [{ "key": "A", "citation": { "vi": "Minh họa", "en": "Illustrative" }, "illustrative": true }],
              "adjustments": {
                "bonusCap": 1, "penaltyCap": 2,
                "items": [{ "code": "BONUS1", "kind": "bonus", "name": { "vi": "Thưởng", "en": "Bonus" }, "each": 0.5, "per": { "vi": "lần", "en": "case" }, "max": 1, "source": "A" }]
              },
              "areas": [
                {
                  "code": "1", "name": { "vi": "Chỉ đạo", "en": "Steering" }, "max": 6, "source": "A",
                  "criteria": [
                    {
                      "code": "1.1", "name": { "vi": "Kế hoạch", "en": "Plan" }, "max": 3,
                      "subCriteria": [
                        { "code": "1.1.1", "name": { "vi": "Ban hành kế hoạch", "en": "Plan issued" }, "max": 1, "scoredBy": "appraisal", "lead": "SNV", "notApplicable": "never", "source": "A",
                          "evidence": { "vi": "Kế hoạch", "en": "The plan" },
                          "rule": { "$type": "levels", "options": [
                            { "code": "on_time", "label": { "vi": "đúng hạn", "en": "on time" }, "points": 1 },
                            { "code": "late", "label": { "vi": "chậm", "en": "late" }, "points": 0.5 },
                            { "code": "none", "label": { "vi": "không ban hành", "en": "not issued" }, "points": 0 }] } },
                        { "code": "1.1.2", "name": { "vi": "Nhiệm vụ đúng hạn", "en": "Tasks on time" }, "max": 2, "scoredBy": "computed", "lead": "VPUB", "notApplicable": "full", "source": "A",
                          "evidence": { "vi": "Báo cáo", "en": "Report" },
                          "rule": { "$type": "linear_cutoff", "cutoff": 80,
                            "numerator": { "name": "on_time", "label": { "vi": "nhiệm vụ đúng hạn", "en": "tasks on time" } },
                            "denominator": { "name": "assigned", "label": { "vi": "nhiệm vụ được giao", "en": "tasks assigned" } } } }]
                    },
                    {
                      "code": "1.2", "name": { "vi": "Kiểm tra", "en": "Inspection" }, "max": 3,
                      "subCriteria": [
                        { "code": "1.2.1", "name": { "vi": "Chất lượng kiểm tra", "en": "Quality of inspection" }, "max": 3, "step": 0.25, "scoredBy": "appraisal", "lead": "SNV", "notApplicable": "exclude", "source": "A",
                          "evidence": { "vi": "Kết luận", "en": "Conclusion" }, "rule": { "$type": "manual" } }]
                    }]
                },
                {
                  "code": "2", "name": { "vi": "Thủ tục", "en": "Procedures" }, "max": 4, "source": "A",
                  "criteria": [
                    {
                      "code": "2.1", "name": { "vi": "Hồ sơ đúng hạn", "en": "Dossiers on time" }, "max": 4,
                      "subCriteria": [
                        { "code": "2.1.1", "name": { "vi": "Tỷ lệ hồ sơ đúng hạn", "en": "Share of dossiers on time" }, "max": 4, "scoredBy": "computed", "lead": "VPUB", "notApplicable": "never", "source": "A",
                          "evidence": { "vi": "Hệ thống một cửa", "en": "One-stop system" },
                          "rule": { "$type": "linear", "target": 100,
                            "numerator": { "name": "on_time", "label": { "vi": "hồ sơ đúng hạn", "en": "dossiers on time" } },
                            "denominator": { "name": "total", "label": { "vi": "hồ sơ đã giải quyết", "en": "dossiers settled" } } } }]
                    }]
                }]
            }
            """,
        ["cycle.json"] = """
            {
              "code": "small-2021",
              "place": {
                "code": "small", "name": { "vi": "thành phố Ví Dụ", "en": "Example City" }, "seat": { "vi": "Ví Dụ", "en": "Example" },
                "issuer": { "vi": "Ủy ban nhân dân thành phố Ví Dụ", "en": "People's Committee of Example City" }
              },
              "year": 2021,
              "groups": [
                { "code": "dept", "name": { "vi": "Các sở", "en": "Departments" }, "noun": { "vi": "sở", "en": "department" }, "framework": "framework.json" }
              ],
              "stages": [
                { "code": "self", "name": { "vi": "Tự đánh giá", "en": "Self-assessment" }, "kind": "self" },
                { "code": "appraisal", "name": { "vi": "Thẩm định", "en": "Appraisal" }, "kind": "appraisal" },
                { "code": "explanation", "name": { "vi": "Giải trình", "en": "Explanation" }, "kind": "explanation" }
              ],
              "notice": { "vi": "SỐ LIỆU MINH HỌA", "en": "ILLUSTRATIVE DATA" }
            }
            """,
        ["units.csv"] = """
            unit,name_vi,name_en,group
            SNV,Sở Nội vụ,Department of Home Affairs,dept
            STC,Sở Tài chính,Department of Finance,dept
            STP,Sở Tư pháp,Department of Justice,dept

            """,
        ["applicability.csv"] = """
            unit,leaf,policy,reason
            STP,1.2.1,exclude,Không có đơn vị trực thuộc

            """,
        ["inputs.csv"] = """
            unit,leaf,input,value,source,date
            SNV,1.1.2,on_time,9,Hệ thống theo dõi nhiệm vụ,2021-12-31
            SNV,1.1.2,assigned,10,Hệ thống theo dõi nhiệm vụ,2021-12-31
            SNV,2.1.1,on_time,95,Hệ thống một cửa,2021-12-31
            SNV,2.1.1,total,100,Hệ thống một cửa,2021-12-31
            STC,1.1.2,on_time,0,,
            STC,1.1.2,assigned,0,,
            STC,2.1.1,on_time,50,,
            STC,2.1.1,total,80,,
            STP,1.1.2,on_time,8,,
            STP,1.1.2,assigned,10,,
            STP,2.1.1,on_time,2,,
            STP,2.1.1,total,3,,

            """,
        ["acts.csv"] = """
            unit,leaf,stage,points,level,reason,actor,time
            SNV,1.1.1,self,1,,,Sở Nội vụ,2022-01-10T08:00:00+07:00
            SNV,1.1.1,appraisal,,late,"Ban hành sau ngày 15/01,
            chậm 3 ngày",Tổ thẩm định,2022-01-20T08:00:00+07:00
            SNV,1.2.1,self,3,,,Sở Nội vụ,2022-01-10T08:05:00+07:00
            SNV,1.2.1,appraisal,2.75,,Thiếu một kết luận,Tổ thẩm định,2022-01-20T08:05:00+07:00
            SNV,1.2.1,explanation,,,Đã bổ sung kết luận,Sở Nội vụ,2022-01-25T08:00:00+07:00
            STC,1.1.1,self,1,,,Sở Tài chính,2022-01-11T08:00:00+07:00
            STC,1.1.1,appraisal,1,,,Tổ thẩm định,2022-01-20T09:00:00+07:00
            STC,1.2.1,self,2.5,,,Sở Tài chính,2022-01-11T08:05:00+07:00
            STC,1.2.1,appraisal,2.5,,,Tổ thẩm định,2022-01-20T09:05:00+07:00
            STP,1.1.1,self,,on_time,,Sở Tư pháp,2022-01-12T08:00:00+07:00
            STP,1.1.1,appraisal,1,,,Tổ thẩm định,2022-01-20T10:00:00+07:00

            """,
        ["evidence.csv"] = """
            unit,leaf,document,date
            SNV,1.1.1,Kế hoạch 01/KH-SNV,2021-01-18
            SNV,1.2.1,Kết luận 12/KL-SNV,2021-11-30
            STC,1.1.1,Kế hoạch 02/KH-STC,2021-01-10
            STC,1.2.1,Kết luận 07/KL-STC,2021-10-02
            STP,1.1.1,Kế hoạch 03/KH-STP,2021-01-12

            """,
        ["adjustments.csv"] = """
            unit,item,cases,document
            STC,BONUS1,1,Quyết định 55/QĐ-UBND

            """,
    };

    /// <summary>The path of a file of the folder.</summary>
    public string At(string name) => Path.Combine(Folder, name);

    public SmallCycle Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllBytes(At(name), Encoding.UTF8.GetBytes(text));
        return this;
    }

    public SmallCycle Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(At(name), bytes);
        return this;
    }

    /// <summary>Replaces the first place where a text stands.</summary>
    public SmallCycle Change(string name, string from, string to)
    {
        var text = File.ReadAllText(At(name));
        var at = text.IndexOf(from, StringComparison.Ordinal);
        if (at < 0) throw new ArgumentException($"'{from}' is not in {name}.");
        return Write(name, text[..at] + to + text[(at + from.Length)..]);
    }

    public SmallCycle Delete(string name)
    {
        File.Delete(At(name));
        return this;
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
