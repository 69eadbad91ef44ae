using Jarpoint.Benchmarks;

// dotnet run -c Release --project tests/Jarpoint.Benchmarks -- [SECTION...]
return await BenchmarkProgram.RunAsync(args, CancellationToken.None);
