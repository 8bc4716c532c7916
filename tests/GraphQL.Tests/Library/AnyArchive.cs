namespace GraphQL.Tests.Library;

/// <summary>Made-up works with many equal values and many nulls, the same ones for the same seed.</summary>
internal static class AnyArchive
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static List<Work> Of(int count, int seed)
    {
        var random = new Random(seed);
        Press[] presses = [.. Enumerable.Range(0, 4).Select(i => new Press { Id = Id(), Name = Word(), City = i % 2 == 0 ? null : Word() })];
        return [.. Enumerable.Range(0, count).Select(_ => One())];

        Work One() => new()
        {
            Id = Id(),
            Title = Word(),
            Subtitle = Maybe(Word),
            Pages = random.Next(3),
            Rating = MaybeValue(() => random.Next(8) / 4d),
            Price = random.Next(4) / 2m,
            AddedAt = Start.AddTicks(random.Next(3) * 10),
            Printed = MaybeValue(() => new DateOnly(2000, 1, 1 + random.Next(3))),
            IsLent = random.Next(2) == 0,
            IsRare = MaybeValue(() => random.Next(2) == 0),
            Genre = (Genre)random.Next(2),
            SecondGenre = MaybeValue(() => (Genre)random.Next(2)),
            Press = presses[random.Next(4)],
            Reprint = Maybe(() => presses[random.Next(4)]),
            Tags = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Word())],
            Loans = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new Loan(Id(), Word(), random.Next(3), MaybeValue(() => random.Next(3))))],
        };

        Guid Id()
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return new Guid(bytes);
        }

        // Words that every collation sorts alike.
        string Word() => string.Concat(Enumerable.Range(0, 1 + random.Next(2)).Select(_ => (char)('a' + random.Next(3))));

        T? Maybe<T>(Func<T> make)
            where T : class => random.Next(3) == 0 ? null : make();

        T? MaybeValue<T>(Func<T> make)
            where T : struct => random.Next(3) == 0 ? null : make();
    }
}
