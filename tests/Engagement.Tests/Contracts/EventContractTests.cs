using System.Reflection;
using System.Text.Json.Nodes;
using EventStore;
using NJsonSchema;
using Tests.Shared;

namespace Engagement.Tests.Contracts;

/// <summary>
/// An event once written is readable for ever. A type that is new gets its files by running these tests with UPDATE_SCHEMA=1;
/// files that exist are never rewritten: a changed shape is a new version of the event.
/// </summary>
public sealed class EventContractTests
{
    public static TheoryData<string> Types { get; } = [.. EngagementEvents.All.Select(type => type.Name)];

    [Fact]
    public void Every_event_type_has_a_sample() =>
        EventSamples.All.Select(e => e.GetType()).ShouldBe(EngagementEvents.All, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Types))]
    public void The_shape_of_a_published_version_does_not_change(string name)
    {
        var contract = Contract(name);
        var schema = contract.SchemaOfCode();

        Published(contract.SchemaFile, schema).ShouldBe(schema, $"{contract.Alias} has changed its shape: make it a new version, and keep this one readable");
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void The_golden_sample_reads_and_writes_as_it_was(string name)
    {
        var contract = Contract(name);
        var sample = Published(contract.SampleFile, EventContract.SampleOf(Sample(name)));

        var again = EventContract.SampleOf(contract.Read(sample));

        again.ShouldBe(sample);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task The_golden_sample_is_valid_by_its_schema(string name)
    {
        var contract = Contract(name);
        var schema = await JsonSchema.FromJsonAsync(Published(contract.SchemaFile, contract.SchemaOfCode()));
        var sample = Published(contract.SampleFile, EventContract.SampleOf(Sample(name)));

        schema.Validate(sample).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_sample_with_a_member_too_many_or_too_few_is_not_valid(string name)
    {
        var schema = await JsonSchema.FromJsonAsync(Contract(name).SchemaOfCode());
        var longer = JsonNode.Parse(EventContract.SampleOf(Sample(name)))!.AsObject();
        var shorter = JsonNode.Parse(EventContract.SampleOf(Sample(name)))!.AsObject();
        longer["Unheard"] = 1;
        shorter.RemoveAt(0);

        schema.Validate(longer.ToJsonString()).ShouldNotBeEmpty();
        schema.Validate(shorter.ToJsonString()).ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_event_changes_the_thing_it_happens_to()
    {
        var states = typeof(EngagementEvents).Assembly.GetTypes()
            .Where(type => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEvolve<>)));
        var heard = states.SelectMany(Heard).ToList();

        heard.ShouldBe(EngagementEvents.All, ignoreOrder: true);
    }

    private static List<Type> Heard(Type state) => (List<Type>)typeof(EventContractTests)
        .GetMethod(nameof(HeardBy), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(state)
        .Invoke(null, null)!;

    private static List<Type> HeardBy<TState>() where TState : class, IEvolve<TState>
    {
        TState? state = null;
        var heard = new List<Type>();
        foreach (var e in EventSamples.All)
        {
            var next = TState.Evolve(state, Event.For(e));
            if (!Equals(next, state))
                heard.Add(e.GetType());

            state = next;
        }

        return heard;
    }

    private static EventContract Contract(string name) => new(EngagementEvents.All.Single(type => type.Name == name));

    private static object Sample(string name) => EventSamples.All.Single(e => e.GetType().Name == name);

    private static string Published(string file, string written)
    {
        if (!File.Exists(file) && Agreed.IsUpdated)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, written);
        }

        File.Exists(file).ShouldBeTrue($"{Path.GetFileName(file)} is missing: run these tests with UPDATE_SCHEMA=1 and commit it");
        return File.ReadAllText(file);
    }
}
