using System;
using System.Threading;
using LearnSharp.Runtime;

namespace LearnSharp.Tests.Runtime;

public class WorkspaceTests
{
    [Fact]
    public void Values_come_back_in_reverse_order_across_chunks()
    {
        var workspace = new Workspace();
        const int Count = 1_000_000;
        for (var i = 0; i < Count; i++)
        {
            workspace.Push(i + 0.5);
            workspace.Push(i);
            workspace.Push(i % 3 == 0);
        }

        for (var i = Count - 1; i >= 0; i--)
        {
            workspace.PopBool().ShouldBe(i % 3 == 0);
            workspace.PopInt().ShouldBe(i);
            workspace.PopDouble().ShouldBe(i + 0.5);
        }
    }

    [Fact]
    public void Each_type_has_its_own_stack()
    {
        var workspace = new Workspace();
        var array = new double[3];
        workspace.Push(1.5);
        workspace.Push(2.5f);
        workspace.Push(3);
        workspace.Push(4L);
        workspace.Push(true);
        workspace.Push(array);
        workspace.PopDouble().ShouldBe(1.5);
        workspace.PopFloat().ShouldBe(2.5f);
        workspace.PopInt().ShouldBe(3);
        workspace.PopLong().ShouldBe(4L);
        workspace.PopBool().ShouldBeTrue();
        workspace.PopReference<double[]>().ShouldBeSameAs(array);
    }

    [Fact]
    public void Popping_more_than_was_pushed_is_an_error()
    {
        var workspace = new Workspace();
        workspace.Push(1.0);
        workspace.PopDouble();
        Should.Throw<InvalidOperationException>(() => workspace.PopDouble());
    }

    [Fact]
    public void Arrays_for_records_are_not_cleared_and_those_for_anything_else_are()
    {
        var workspace = new Workspace();
        var mark = workspace.Mark();
        var first = workspace.RentRecords<double>(3);
        first[1] = 7;
        workspace.Release(mark);
        workspace.RentRecords<double>(3).ShouldBe([0, 7, 0]);
        workspace.Release(mark);
        workspace.RentDoubles(3).ShouldBe([0, 0, 0]);
        workspace.Release(mark);
        workspace.RentRecords<int>(2).Length.ShouldBe(2);
        Should.Throw<OverflowException>(() => workspace.RentRecords<int>(-1));
    }

    [Fact]
    public void Release_drops_what_an_exception_left_behind()
    {
        var workspace = new Workspace();
        workspace.Push(7.0);
        var mark = workspace.Mark();
        for (var i = 0; i < 10_000; i++)
            workspace.Push((double)i);
        workspace.RentDoubles(5);
        workspace.Release(mark);
        workspace.Mark().ShouldBe(mark);
        workspace.PopDouble().ShouldBe(7.0);
    }

    [Fact]
    public void A_nested_user_finds_its_own_stretch_and_leaves_the_outer_one_alone()
    {
        var workspace = new Workspace();
        var outer = workspace.Mark();
        var mine = workspace.RentDoubles(4);
        mine[2] = 9;
        workspace.Push(1);
        var inner = workspace.Mark();
        var theirs = workspace.RentDoubles(4);
        theirs.ShouldNotBeSameAs(mine);
        theirs[2] = 5;
        workspace.Push(2);
        workspace.Release(inner);
        mine[2].ShouldBe(9);
        workspace.PopInt().ShouldBe(1);
        workspace.Release(outer);
    }

    [Fact]
    public void Rented_arrays_are_zeroed_of_exact_length_and_used_again()
    {
        var workspace = new Workspace();
        var mark = workspace.Mark();
        var first = workspace.RentDoubles(6);
        Array.Fill(first, 3.0);
        workspace.Release(mark);
        var second = workspace.RentDoubles(6);
        second.ShouldBeSameAs(first);
        second.ShouldAllBe(static value => value == 0);
        workspace.RentFloats(0).Length.ShouldBe(0);
        workspace.Rent<(double, int)>(2).Length.ShouldBe(2);
        workspace.Release(mark);
    }

    [Fact]
    public void Arrays_of_several_other_types_are_given_back_in_order()
    {
        var workspace = new Workspace();
        var outer = workspace.Mark();
        var ints = workspace.Rent<int>(2);
        var inner = workspace.Mark();
        var otherInts = workspace.Rent<int>(2);
        var longs = workspace.Rent<long>(2);
        workspace.Release(inner);
        workspace.Rent<int>(2).ShouldBeSameAs(otherInts);
        workspace.Rent<long>(2).ShouldBeSameAs(longs);
        otherInts.ShouldNotBeSameAs(ints);
        workspace.Release(outer);
    }

    [Fact]
    public void Nothing_is_allocated_after_the_first_use()
    {
        var workspace = new Workspace();
        Use(workspace);
        Use(workspace);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++)
            Use(workspace);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        static void Use(Workspace workspace)
        {
            var mark = workspace.Mark();
            for (var i = 0; i < 20_000; i++)
            {
                workspace.Push(1.0);
                workspace.Push(1);
                workspace.Push(workspace);
            }

            for (var length = 10; length < 14; length++)
            {
                var inner = workspace.Mark();
                workspace.RentDoubles(length)[0] = 1;
                workspace.RentFloats(length)[0] = 1;
                workspace.Rent<int>(length)[0] = 1;
                workspace.Release(inner);
            }

            workspace.Release(mark);
        }
    }

    [Fact]
    public void Every_thread_has_its_own()
    {
        var here = Workspace.Current;
        Workspace.Current.ShouldBeSameAs(here);
        Workspace? there = null;
        var thread = new Thread(() => there = Workspace.Current);
        thread.Start();
        thread.Join();
        there.ShouldNotBeNull().ShouldNotBeSameAs(here);
    }
}
