using FsCheck;
using FsCheck.Fluent;

namespace EventStore.Tests.Properties;

/// <summary>Tries a statement on many generated scripts. One that breaks it is made as short as it can be, and said together with the seed.</summary>
internal static class Always
{
    /// <param name="step">Makes one step of a script.</param>
    /// <param name="scripts">How many scripts to try.</param>
    /// <param name="longest">The most steps of one script.</param>
    /// <param name="holds">Throws when the statement does not hold.</param>
    public static Task Holds<TStep>(Gen<TStep> step, int scripts, int longest, Func<TStep[], Task> holds) => Task.Run(() =>
    {
        var script = Gen.Choose(1, longest).SelectMany(length => step.ArrayOf(length));
        var statement = Prop.ForAll(Arb.From(script, Shorter), steps => holds(steps).GetAwaiter().GetResult());
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(scripts), statement);
    });

    /// <summary>The script without one of its parts: halves first, then single steps.</summary>
    private static IEnumerable<TStep[]> Shorter<TStep>(TStep[] script)
    {
        for (var part = script.Length / 2; part > 0; part /= 2)
        {
            for (var from = 0; from + part <= script.Length; from += part)
            {
                if (part < script.Length) yield return [.. script[..from], .. script[(from + part)..]];
            }
        }
    }
}
