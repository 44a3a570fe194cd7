using System.Reflection;

namespace ParIndex.App.Results;

/// <summary>The engine as results carry it.</summary>
public static class EngineName
{
    public static string Now { get; } =
        $"ParIndex {typeof(EngineName).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0"}";
}
