using ParIndex.Cli;

return Terminal.Run(args, Console.Out, Console.Error);
