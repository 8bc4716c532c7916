using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Feedback;

/// <summary>Tries a statement on many generated scripts. One that breaks it is made as short as it can be, and said together with the seed.</summary>
internal static class Always
{
    /// <param name="step">Makes one step of a script.</param>
    /// <param name="scripts">How many scripts to try.</param>
    /// <param name="longest">The most steps of one script.</param>
    /// <param name="holds">Throws when the statement does not hold.</param>
    public static void Holds<TStep>(Gen<TStep> step, int scripts, int longest, Action<TStep[]> holds)
    {
        var script = Gen.Choose(1, longest).SelectMany(length => step.ArrayOf(length));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(scripts), Prop.ForAll(Arb.From(script, Shorter), holds));
    }

    private static IEnumerable<TStep[]> Shorter<TStep>(TStep[] script) =>
        script.Length == 1 ? [] : Enumerable.Range(0, script.Length).Select(i => script.Where((_, at) => at != i).ToArray());
}
