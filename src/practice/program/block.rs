//! Blocks that are open: which lines belong to them by their indentation, and the jumps that end them.

use super::DEEPEST;
use super::code::Program;
use super::problem::Cause;

/// A block that is open: how far it is indented, and what is to be done where it ends.
struct Block {
    /// The indentation of its header.
    header: usize,
    /// The indentation of its lines, once the first was read.
    body: Option<usize>,
    kind: Kind,
}

/// What is to be done where a block ends.
pub enum Kind {
    /// A loop: the instruction that fetches the next number.
    Loop(usize),
    /// A branch: the jump past it, if there is a condition, and the jumps from the ends of the branches before it.
    Branch(Option<usize>, Vec<usize>),
}

/// The open blocks, the innermost last.
#[derive(Default)]
pub struct Blocks {
    open: Vec<Block>,
    /// Whether the line before ended in a colon.
    opening: bool,
}

impl Blocks {
    /// Opens a block after its header.
    pub fn open(&mut self, header: usize, kind: Kind) -> Result<(), Cause> {
        if self.open.len() == DEEPEST {
            return Err(Cause::syntax("simpler", ""));
        }
        self.open.push(Block { header, body: None, kind });
        self.opening = true;
        Ok(())
    }

    /// Ends the program.
    pub fn finish(&mut self, program: &mut Program) -> Result<(), Cause> {
        if self.opening {
            return Err(Cause::syntax("indent", ""));
        }
        while self.close(program) {}
        Ok(())
    }

    /// Closes the blocks that a line of this indentation ends. Where the line `goes_on` with a branch, gives the jumps from
    /// the ends of the branches before it.
    pub fn begin_line(
        &mut self,
        indent: usize,
        goes_on: bool,
        first: &str,
        program: &mut Program,
    ) -> Result<Option<Vec<usize>>, Cause> {
        let innermost = self.open.last_mut();
        if core::mem::take(&mut self.opening) {
            return match innermost {
                Some(block) if indent > block.header => {
                    block.body = Some(indent);
                    Ok(None)
                }
                _ => Err(Cause::syntax("indent", first)),
            };
        }
        if indent > innermost.and_then(|block| block.body).unwrap_or(0) {
            return Err(Cause::syntax("noIndent", first));
        }
        while let Some(block) = self.open.last() {
            if block.body == Some(indent) {
                return Ok(None);
            }
            let at_header = block.header == indent;
            if at_header && goes_on && matches!(block.kind, Kind::Branch(Some(_), _)) {
                return Ok(self.go_on(program));
            }
            self.close(program);
            if at_header {
                return Ok(None);
            }
        }
        if indent == 0 { Ok(None) } else { Err(Cause::syntax("sameIndent", first)) }
    }

    /// Ends a branch that another follows.
    fn go_on(&mut self, program: &mut Program) -> Option<Vec<usize>> {
        let Some(Block { kind: Kind::Branch(skip, mut ends), .. }) = self.open.pop() else {
            return None;
        };
        ends.push(program.jump(0));
        if let Some(skip) = skip {
            program.land(skip);
        }
        Some(ends)
    }

    /// Closes the innermost block, if there is one.
    fn close(&mut self, program: &mut Program) -> bool {
        let block = self.open.pop();
        let closed = block.is_some();
        match block.map(|block| block.kind) {
            Some(Kind::Loop(next)) => {
                program.jump(next);
                program.land(next);
            }
            Some(Kind::Branch(skip, ends)) => skip.into_iter().chain(ends).for_each(|jump| program.land(jump)),
            None => {}
        }
        closed
    }
}
