using Tests.Shared.Hosting;

namespace EndToEnd.Tests;

/// <summary>Answers that come by another way than the pages.</summary>
internal static class Submissions
{
    public static Task SubmitAsync(this RunningPlatform platform, string wave, string words) => platform.GraphQL().MutateAsync(
        "submitResponse",
        new
        {
            waveId = wave,
            idempotencyKey = Guid.NewGuid(),
            answers = new object[]
            {
                new { questionKey = Officer.Confident, optionKey = "agree" },
                new { questionKey = Officer.Phase, optionKey = "primary" },
                new { questionKey = Officer.Better, text = words },
            },
        },
        "receipt",
        "reference secret");
}
