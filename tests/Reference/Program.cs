using ParIndex.Reference;

if (args.Length != 2)
{
    Console.Error.WriteLine("Usage: Reference CASE_DIR ANSWERS.csv");
    return 2;
}
try
{
    var one = Case.Read(args[0]);
    Runner.Run(one).Write(args[1]);
    return 0;
}
catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or System.Text.Json.JsonException
    or InvalidDataException or ArgumentException or ParIndex.Statistics.BadInputException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
