using Engagement.Bench;
using Engagement.Bench.Benchmarks;

return await new BenchCommand([new AppendBenchmark(), new SubmitBenchmark()]).RunAsync(args);
