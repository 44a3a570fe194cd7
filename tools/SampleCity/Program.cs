using ParIndex.SampleCity;

// dotnet run --project tools/SampleCity [-- ROOT]: writes cycles/hai-phong-2020, -2021 and -2025 under the repository's root.
var root = args.Length > 0 ? args[0] : Folders.Root();
foreach (var (path, text) in Folders.Files(root))
{
    var file = Path.Combine(root, path);
    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    File.WriteAllText(file, text);
    Console.WriteLine($"{path}\t{new FileInfo(file).Length:0}");
}
