namespace Tests.Shared;

/// <summary>What one header of the answer should be.</summary>
public sealed class HeaderExpectations
{
    private readonly Scenario _scenario;
    private readonly string _name;

    internal HeaderExpectations(Scenario scenario, string name)
    {
        _scenario = scenario;
        _name = name;
    }

    public Scenario SingleValueShouldEqual(string value) => _scenario.Expect(result =>
        result.HeaderValues(_name) is [var only] && only == value ? null : $"The header {_name} should be \"{value}\", but {Describe(result)}.");

    public Scenario ShouldHaveValues(params string[] values) => _scenario.Expect(result =>
        result.HeaderValues(_name).SequenceEqual(values) ? null : $"The header {_name} should be \"{string.Join("\", \"", values)}\", but {Describe(result)}.");

    public Scenario ShouldContain(string text) => _scenario.Expect(result =>
        result.HeaderValues(_name).Any(value => value.Contains(text, StringComparison.Ordinal)) ? null : $"The header {_name} should contain \"{text}\", but {Describe(result)}.");

    public Scenario ShouldNotBeWritten() => _scenario.Expect(result =>
        result.HeaderValues(_name).Count == 0 ? null : $"The header {_name} should not be there, but {Describe(result)}.");

    private string Describe(ScenarioResult result) =>
        result.HeaderValues(_name) is { Count: > 0 } values ? $"is \"{string.Join("\", \"", values)}\"" : "is missing";
}
