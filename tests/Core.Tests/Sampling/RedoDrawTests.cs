using System.Diagnostics;
using ParIndex.Core.Sampling;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Sampling;

/// <summary>A stranger's program, in another language and sharing no code, draws the same sample from frame, plan and seed.</summary>
public class RedoDrawTests
{
    public static TheoryData<SamplePlan> Plans =>
    [
        new SamplePlan(),
        new SamplePlan { Formula = SizeFormula.Cochran, Strata = StratumRule.Procedure, Allocation = AllocationRule.Power, DesignEffect = 1.2m, Response = 0.65m, Reserve = 0.33m },
        new SamplePlan { Strata = StratumRule.Filed, ClusterTake = 12, Allocation = AllocationRule.Equal, TakeAllBelow = 50 },
        new SamplePlan { ClusterTake = 25, Margin = 0.08m, LeastPerStratum = 40 },
    ];

    [Theory, MemberData(nameof(Plans))]
    public void The_program_in_Python_draws_the_same(SamplePlan plan)
    {
        const string seed = "5f2c9f/Xổ số 01/11: 12345";
        var frame = Enumerable.Range(0, 2500).Select(i => new FrameLine($"d{i * 7919 % 2503:0000}", $"n{i % 2100}", i % 11 == 0 ? "A" : i % 5 == 0 ? "B" : "C", $"1.0{i % 4}", new(2022, 1 + (i % 12), 3), i % 3 == 0 ? "Online" : "Direct", i % 10 < 5 ? "Quầy lớn" : $"Quầy {i % 10}")).ToList();
        var folder = Directory.CreateTempSubdirectory("redo-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "frame.csv"), FrameFile.Write(frame));
            File.WriteAllBytes(Path.Combine(folder, "plan.json"), SamplePlanJson.Write(plan));
            using var program = Process.Start(new ProcessStartInfo("python3", [Repository.Path("tools", "redo-draw.py"), Path.Combine(folder, "frame.csv"), seed, Path.Combine(folder, "plan.json")]) { RedirectStandardOutput = true })!;
            var drawn = program.StandardOutput.ReadToEnd();
            program.WaitForExit();
            Assert.Equal(0, program.ExitCode);
            Assert.Equal(SampleFile.Write(SampleDrawing.Draw(frame, plan, seed)), drawn);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
