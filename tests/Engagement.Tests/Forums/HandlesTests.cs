using Engagement.Forums;

namespace Engagement.Tests.Forums;

public sealed class HandlesTests
{
    private static readonly Handles Handles = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
    private static readonly Guid Forum = Guid.Parse("b0000000-0000-4000-8000-000000000002");
    private static readonly HashSet<string> Nobody = [];

    [Fact]
    public void a_handle_is_two_words_and_always_the_same()
    {
        var person = Person(1);

        var handle = Handles.For(person, Forum, Nobody);

        handle.Split(' ').Length.ShouldBe(2);
        Handles.For(person, Forum, Nobody).ShouldBe(handle);
    }

    [Fact]
    public void a_person_has_another_one_in_each_forum_so_that_nobody_can_be_followed()
    {
        var same = Enumerable.Range(1, 200).Count(i =>
            Handles.For(Person(i), Forum, Nobody) == Handles.For(Person(i), Guid.Parse("b0000000-0000-4000-8000-000000000009"), Nobody));

        same.ShouldBeLessThan(3);
    }

    [Fact]
    public void two_people_in_a_forum_never_share_one()
    {
        var taken = new HashSet<string>();
        for (var i = 1; i <= 7_000; i++)
            taken.Add(Handles.For(Person(i), Forum, taken)).ShouldBeTrue();
    }

    [Fact]
    public void without_the_platforms_key_it_cannot_be_told_whose_it_is() =>
        new Handles([.. Enumerable.Range(2, 32).Select(i => (byte)i)]).For(Person(1), Forum, Nobody).ShouldNotBe(Handles.For(Person(1), Forum, Nobody));

    private static Guid Person(int i) => new(i, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}
