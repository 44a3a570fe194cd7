using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;
using ParIndex.Core.Computation;

namespace ParIndex.App.Heads;

/// <summary>Posts and facts of a year's heads.csv as rows. A code that is another unit's in an earlier folder gets the year behind it. The caller saves.</summary>
internal sealed class TakeHeads(IndexDb db)
{
    public async Task RunAsync(CycleInput input, int cycle, DateTimeOffset at, CancellationToken cancel)
    {
        var known = await db.HeadPosts.ToDictionaryAsync(row => row.Code, row => row.Unit, StringComparer.Ordinal, cancel);
        foreach (var head in input.Heads)
        {
            var unit = head.Unit.Value;
            var code = known.TryGetValue(head.Id, out var holder) && holder != unit ? $"{head.Id}-{input.Cycle.Year}" : head.Id;
            if (known.TryAdd(code, unit)) db.Add(new HeadPostRow { Code = code, Unit = unit, Post = head.Post, From = head.From, To = head.To });
            foreach (var (name, value) in head.Inputs)
                db.Add(new HeadFactRow { Cycle = cycle, Head = code, Input = name, Value = value.Trim(), By = Guid.Empty, At = at });
        }
    }
}
