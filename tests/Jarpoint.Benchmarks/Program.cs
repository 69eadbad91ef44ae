return await Jarpoint.Benchmarks.BenchmarkProgram.RunAsync(args);
