using Engagement.Bench;
using Engagement.Bench.Benchmarks;

if (await MessagingNode.RunAsync(args))
    return 0;
return await new BenchCommand(
[
    new AppendBenchmark(),
    new WriteBenchmark(),
    new BulkBenchmark(),
    new RebuildBenchmark(),
    new LagBenchmark(),
    new GrowthBenchmark(),
    new SubmitBenchmark(),
    new SealingBenchmark(),
    new GraphQLBenchmark(),
    new ResultsBenchmark(),
    new BurstBenchmark(),
    new LiveBenchmark(),
    new MessagingBenchmark(),
    new NoticesBenchmark(),
    new PagesBenchmark(),
    new ConsoleBenchmark(),
    new EvidencePackBenchmark(),
]).RunAsync(args);
